import { shortSubnet } from '../../../core/addresses/subnetText.ts';
import type { Endpoint, Network } from '../../../core/model.ts';
import type { Token } from '../../contributions.ts';
import type { TreeIndex } from '../treeIndex.ts';
import { counted, type Flag, isRunning, joined, type Row } from './row.ts';

/** Above this many containers in all, networks start folded. */
const manyContainers = 200;
/** A network with more than this starts folded. */
const manyOnOne = 30;

export function networkRow(network: Network, index: TreeIndex, problems: readonly Flag[] = []): Row {
  const description = describe(network, index);
  return {
    label: network.name,
    description,
    icon: icon(network),
    tokens: tokensOf(network),
    accessible: [
      `${network.name}, ${kind(network)} network`,
      description.replaceAll(' · ', ', '),
      ...problems.map((problem) => problem.sentence),
    ].join(', '),
    expand: expansion(network, index),
    mark: problems.length > 0 ? 'flagged' : undefined,
  };
}

function describe(network: Network, index: TreeIndex): string {
  const count = network.endpoints.length;
  if (network.builtIn && network.driver === 'host') {
    return count === 0
      ? 'empty'
      : `${counted(count, 'container')} ${count === 1 ? 'shares' : 'share'} the host's network`;
  }
  if (network.builtIn && network.driver === 'null') {
    return count === 0 ? 'empty' : `${counted(count, 'container')}, loopback only`;
  }
  return joined([
    index.duplicateNames.has(network.name) ? `duplicate ${network.id.slice(0, 12)}` : undefined,
    network.builtIn ? 'default' : network.driver,
    network.scope === 'local' ? undefined : network.scope,
    network.ingress ? 'ingress' : undefined,
    network.scope === 'swarm' && network.attachable ? 'attachable' : undefined,
    network.internal ? 'internal' : undefined,
    ...network.subnets.map(shortSubnet),
    counts(network.endpoints),
    network.builtIn && count > 0 ? 'no names' : undefined,
  ]);
}

function counts(endpoints: readonly Endpoint[]): string {
  if (endpoints.length === 0) return 'empty';
  const paused = endpoints.filter((endpoint) => endpoint.state === 'paused').length;
  const running = endpoints.filter((endpoint) => isRunning(endpoint.state)).length - paused;
  const stopped = endpoints.length - running - paused;
  const parts = [
    running > 0 ? `${running} running` : '',
    paused > 0 ? `${paused} paused` : '',
    stopped > 0 ? `${stopped} stopped` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function icon(network: Network): string {
  if (network.builtIn) return { host: 'vm', null: 'circle-slash' }[network.driver] ?? 'circuit-board';
  return network.internal ? 'shield' : 'type-hierarchy';
}

function kind(network: Network): string {
  if (network.builtIn) return 'built-in';
  return network.internal ? 'user-defined internal' : 'user-defined';
}

function tokensOf(network: Network): Token[] {
  const modeOnly = network.builtIn && network.driver !== 'bridge';
  const closed = modeOnly || network.ingress || (network.scope === 'swarm' && !network.attachable);
  const found: Token[] = ['named', 'network', network.builtIn ? 'builtIn' : 'userDefined'];
  if (!closed) found.push('connectable');
  if (modeOnly || !closed) found.push('runnable');
  if (network.subnets.length > 0) found.push('hasSubnet');
  return found;
}

function expansion(network: Network, index: TreeIndex): Row['expand'] {
  const count = network.endpoints.length;
  // What comes to an unfolded network is seen at once; VS Code keeps a row folded that had nothing to unfold before.
  if (count === 0) return network.builtIn ? 'none' : 'expanded';
  const fold =
    count > manyOnOne ||
    index.snapshot.containers.length > manyContainers ||
    (network.builtIn && network.driver !== 'bridge');
  return fold ? 'collapsed' : 'expanded';
}
