import { ContainerNode, isNode, NetworkNode } from '../tree/nodes.ts';

/** What a command was called on, as ids: the rows that were right-clicked, selected or dropped. */
export interface Subject {
  networks: readonly string[];
  containers: readonly { id: string; network?: string }[];
  /** The containers were dragged onto the network; whether that is wanted is still to ask, or was agreed to. */
  dropped?: 'to ask' | 'agreed';
}

export const nothing: Subject = { networks: [], containers: [] };

/** Follows the arguments of a command that is called with containers that were dragged onto a network. */
export const onDrop: unique symbol = Symbol('onDrop');

/** The same, where the user has chosen it already. */
export const onAgreedDrop: unique symbol = Symbol('onAgreedDrop');

/** Menus hand over the row that was clicked, and the selection where the row belongs to it; a drop, both its ends. */
export function subjectOf(clicked: unknown, selected: unknown, how?: unknown): Subject {
  const several: unknown[] = Array.isArray(selected) ? selected : [];
  const dropped = how === onDrop ? 'to ask' : how === onAgreedDrop ? 'agreed' : undefined;
  const rows = (dropped ? [clicked, ...several] : several.length > 0 ? several : [clicked]).filter(isNode);
  return {
    dropped,
    networks: unique(
      rows.filter((row) => row instanceof NetworkNode).map((row) => row.network),
      (id) => id,
    ),
    containers: unique(
      rows
        .filter((row) => row instanceof ContainerNode)
        .map((row) => ({ id: row.container, network: row.network })),
      (one) => `${one.id} ${one.network}`,
    ),
  };
}

function unique<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()];
}
