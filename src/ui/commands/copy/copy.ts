import * as vscode from 'vscode';
import { networkCreateLine, specOfNetwork } from '../../../core/commandLine/networkCreate.ts';
import { ExpectedError } from '../../../core/errors.ts';
import { findContainer, findNetwork } from '../../../core/lookup.ts';
import type { Container, Network, Snapshot } from '../../../core/model.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { pickContainer, pickNetwork } from '../../prompts/pick.ts';
import type { Command } from '../command.ts';

/** What is copied from: a network, a container, or a container's place on a network. */
export interface CopySource {
  network?: string;
  container?: string;
}

type From = 'network' | 'userDefined' | 'container' | 'either';

export const copyNameCommand = copy('either', (of) => of.container?.name ?? of.network?.name);
export const copyIdCommand = copy('either', (of) => of.container?.id ?? of.network?.id);
export const copySubnetCommand = copy('network', ({ network }) =>
  lines(network?.subnets.map((one) => one.subnet)),
);
export const copyAddressCommand = copy('container', addresses);
export const copyCreateCommand = copy('userDefined', ({ network }) => {
  if (network?.builtIn) {
    throw new ExpectedError(
      'invalid',
      `${network.name} is one of Docker's own networks: no command makes it.`,
    );
  }
  return network && networkCreateLine(specOfNetwork(network));
});

interface Found {
  network?: Network;
  container?: Container;
  snapshot: Snapshot;
}

/** Puts a text on the clipboard, and resolves with it. Several are a line each. */
function copy(
  from: From,
  text: (found: Found) => string | undefined,
): Command<CopySource | CopySource[], string> {
  return {
    async ask({ store }, { networks, containers }) {
      const rows = from === 'container' || from === 'either' ? containers : [];
      const chosen = [
        ...(from === 'container' ? [] : networks.map((network) => ({ network }))),
        ...rows.map(({ id, network }) => ({ container: id, network })),
      ];
      if (chosen.length > 0) return [chosen];
      return [[await pick(await connectedSnapshot(store), from)]];
    },
    async act({ store }, argument) {
      const sources = Array.isArray(argument) ? argument : [argument];
      const snapshot = await connectedSnapshot(store);
      const copied = sources.map((source) => textOf(source, snapshot, text)).join('\n');
      await vscode.env.clipboard.writeText(copied);
      return copied;
    },
  };
}

function textOf(source: CopySource, snapshot: Snapshot, text: (found: Found) => string | undefined): string {
  const { network, container } = source;
  const copied = text({
    network: network === undefined ? undefined : findNetwork(snapshot, network),
    container: container === undefined ? undefined : findContainer(snapshot, container),
    snapshot,
  });
  if (copied === undefined || copied === '')
    throw new ExpectedError('not-found', 'There is nothing to copy there.');
  return copied;
}

async function pick(snapshot: Snapshot, from: From): Promise<CopySource> {
  if (from === 'container') {
    const container = await pickContainer(
      'Copy',
      'Of which container?',
      snapshot.containers,
      'There is no container.',
    );
    return { container: container.id };
  }
  const networks = snapshot.networks.filter(({ builtIn }) => from !== 'userDefined' || !builtIn);
  const network = await pickNetwork('Copy', 'Of which network?', networks, 'There is no network to copy of.');
  return { network: network.id };
}

/** On one network, or on all of them. */
function addresses({ container, network, snapshot }: Found): string | undefined {
  const on = network ? [network] : snapshot.networks;
  const places = on.flatMap(({ endpoints }) => endpoints.filter((one) => one.container === container?.id));
  return lines(places.map(({ ipv4, ipv6 }) => ipv4 ?? ipv6));
}

function lines(all: readonly (string | undefined)[] | undefined): string | undefined {
  return all?.filter((one) => one !== undefined).join('\n');
}
