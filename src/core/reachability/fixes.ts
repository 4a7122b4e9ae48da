import { connectable, isOnNone } from '../checks/connectable.ts';
import type { Container, Network } from '../model.ts';
import type { Fix } from '../report.ts';
import { networksOf, type Way } from './way.ts';

/** What puts two containers on one network where each reaches the other, by name too; best first. */
export function joinFixes({ world, fromOwner, toOwner }: Way): Fix[] {
  const connects = [
    ...networksOf(world, toOwner).map((network) => [network, fromOwner] as const),
    ...networksOf(world, fromOwner).map((network) => [network, toOwner] as const),
  ].filter(([network, container]) => joins(network) && !connectable(network, container, world.snapshot));
  const both = [fromOwner, toOwner].every(
    (one) => isOnNone(one, world.snapshot) || !connectable(anyNetwork, one, world.snapshot),
  );
  return [
    ...connects.map(([network, container]) => connect(network, container)),
    ...hostFixes(fromOwner, toOwner, world),
    ...(both ? [createForBoth(world.snapshot.networks, fromOwner, toOwner)] : []),
  ];
}

/** A container reaches the host's network, and is reached from there, on a bridge that has the host's address. */
function hostFixes(one: Container, other: Container, { snapshot }: Way['world']): Fix[] {
  if ((one.mode === 'host') === (other.mode === 'host')) return [];
  const guest = one.mode === 'host' ? other : one;
  const bridge = snapshot.networks.find((network) => network.builtIn && network.driver === 'bridge');
  return bridge && !connectable(bridge, guest, snapshot) ? [connect(bridge, guest)] : [];
}

/** Whether containers on a network reach each other and have names. */
function joins(network: Network): boolean {
  return (
    !network.builtIn &&
    network.name !== 'docker_gwbridge' &&
    network.options['com.docker.network.bridge.enable_icc'] !== 'false' &&
    network.options.macvlan_mode !== 'private' &&
    network.options.ipvlan_flag !== 'private'
  );
}

/** A user-defined bridge that nobody is on. */
const anyNetwork: Network = {
  id: '',
  name: '',
  driver: 'bridge',
  scope: 'local',
  builtIn: false,
  internal: false,
  attachable: false,
  ingress: false,
  ipv6: false,
  subnets: [],
  options: {},
  labels: {},
  created: '',
  endpoints: [],
};

function connect(network: Network, container: Container): Fix {
  return {
    title: `Connect ${container.name} to ${network.name}`,
    command: 'dockerNetworks.connectContainer',
    argument: { network: network.id, container: container.id },
  };
}

function createForBoth(networks: readonly Network[], one: Container, other: Container): Fix {
  const plain = `${one.name}-${other.name}`;
  // Networks are searched for names by their own names: what both are on already must not come before the new one.
  const common = networks.filter((network) =>
    [one, other].every((container) => !network.builtIn && container.networks.includes(network.id)),
  );
  const wanted = common.some((network) => network.name < plain) ? `0-${plain}` : plain;
  let name = wanted;
  for (let number = 2; networks.some((network) => network.name === name); number++)
    name = `${wanted}-${number}`;
  return {
    title: 'Create a Network for Both',
    command: 'dockerNetworks.createNetworkForBoth',
    argument: { name, containers: [one.id, other.id] },
  };
}

/** The same question by a name that works. */
export function useName(name: string, { from, to, port }: Way): Fix {
  return {
    title: `Use the Name ${name}`,
    command: 'dockerNetworks.testReachability',
    argument: { from: from.id, to: to.id, name, ...(port === undefined ? {} : { port }) },
  };
}

export function start(container: Container): Fix {
  return wake('Start', 'startContainer', container);
}

/** Restarts a container that lost the network it shares, after starting whose network that is. */
export function repair(container: Container): Fix {
  return wake('Repair', 'repairContainer', container);
}

export function unpause(container: Container): Fix {
  return wake('Unpause', 'unpauseContainer', container);
}

export function takeOffNone(container: Container, none: Network): Fix {
  return {
    title: `Take ${container.name} Off None`,
    command: 'dockerNetworks.disconnectContainer',
    argument: { network: none.id, container: container.id },
  };
}

function wake(verb: string, command: string, container: Container): Fix {
  return {
    title: `${verb} ${container.name}`,
    command: `dockerNetworks.${command}`,
    argument: { container: container.id },
  };
}
