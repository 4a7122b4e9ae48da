import type { MarkdownString } from 'vscode';
import type { Store } from '../../../state/store.ts';
import type { Node } from '../nodes.ts';
import type { Flag } from '../rows/row.ts';
import { containerTooltip } from './containerTooltip.ts';
import { networkTooltip } from './networkTooltip.ts';
import { Tip } from './tip.ts';

/** What a row says when somebody hovers. Inspects the container, for what the lists do not tell. */
export async function tooltipOf(
  node: Node,
  store: Store,
  flags: readonly Flag[],
): Promise<MarkdownString | undefined> {
  const { networks, containers } = store.snapshot;
  if (node.kind === 'loose') {
    return new Tip().sentence('Containers that are on no network, or whose network is gone.').done();
  }
  if (node.kind === 'network') {
    const network = networks.find(({ id }) => id === node.network);
    return network && networkTooltip(network, store, flags);
  }
  const container = containers.find(({ id }) => id === node.container);
  return container && containerTooltip(container, store, flags);
}
