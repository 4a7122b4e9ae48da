import type { CommandId } from '../contributions.ts';
import type { Command } from './command.ts';

/** Each command, loaded when it is first used. */
export const loaders: Record<CommandId, () => Promise<Command<unknown, unknown>>> = {
  'dockerNetworks.refresh': async () => (await import('./engine/refresh.ts')).refreshCommand,
  'dockerNetworks.createNetwork': async () => (await import('./network/create.ts')).createNetworkCommand,
  'dockerNetworks.createNetworkForBoth': async () =>
    (await import('./network/createForBoth.ts')).createNetworkForBothCommand,
  'dockerNetworks.connectContainer': async () =>
    (await import('./container/connect.ts')).connectContainerCommand,
  'dockerNetworks.connectToNetwork': async () =>
    (await import('./container/connect.ts')).connectContainerCommand,
  'dockerNetworks.disconnectContainer': async () =>
    (await import('./container/disconnect.ts')).disconnectContainerCommand,
  'dockerNetworks.reconnectContainer': async () =>
    (await import('./container/reconnect.ts')).reconnectContainerCommand,
  'dockerNetworks.repairContainer': async () =>
    (await import('./container/repair.ts')).repairContainerCommand,
  'dockerNetworks.removeNetwork': async () => (await import('./network/remove.ts')).removeNetworkCommand,
  'dockerNetworks.pruneNetworks': async () => (await import('./network/prune.ts')).pruneNetworksCommand,
  'dockerNetworks.runContainer': async () => (await import('./container/run.ts')).runContainerCommand,
  'dockerNetworks.replaceLinks': async () =>
    (await import('./container/replaceLinks.ts')).replaceLinksCommand,
  'dockerNetworks.startContainer': async () => (await import('./container/wake.ts')).startContainerCommand,
  'dockerNetworks.restartContainer': async () =>
    (await import('./container/wake.ts')).restartContainerCommand,
  'dockerNetworks.unpauseContainer': async () =>
    (await import('./container/wake.ts')).unpauseContainerCommand,
  'dockerNetworks.inspectNetwork': async () => (await import('./network/inspect.ts')).inspectNetworkCommand,
  'dockerNetworks.inspectContainer': async () =>
    (await import('./container/inspect.ts')).inspectContainerCommand,
  'dockerNetworks.showContainer': async () => (await import('./container/show.ts')).showContainerCommand,
  'dockerNetworks.testReachability': async () =>
    (await import('./container/testReachability.ts')).testReachabilityCommand,
  'dockerNetworks.showNameMatrix': async () =>
    (await import('./network/nameMatrix.ts')).showNameMatrixCommand,
  'dockerNetworks.copyName': async () => (await import('./copy/copy.ts')).copyNameCommand,
  'dockerNetworks.copyId': async () => (await import('./copy/copy.ts')).copyIdCommand,
  'dockerNetworks.copySubnet': async () => (await import('./copy/copy.ts')).copySubnetCommand,
  'dockerNetworks.copyAddress': async () => (await import('./copy/copy.ts')).copyAddressCommand,
  'dockerNetworks.copyCreateCommand': async () => (await import('./copy/copy.ts')).copyCreateCommand,
  'dockerNetworks.chooseEngine': async () => (await import('./engine/choose.ts')).chooseEngineCommand,
  'dockerNetworks.startEngine': async () => (await import('./engine/start.ts')).startEngineCommand,
  'dockerNetworks.showLog': async () => (await import('./engine/showLog.ts')).showLogCommand,
};
