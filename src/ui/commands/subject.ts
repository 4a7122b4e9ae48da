import { ContainerNode, isNode, NetworkNode } from '../tree/nodes.ts';

/** What a command was called on, as ids: the rows that were right-clicked, selected or dropped. */
export interface Subject {
  networks: readonly string[];
  containers: readonly { id: string; network?: string }[];
  /** The containers were dragged onto the network. */
  dropped?: boolean;
}

export const nothing: Subject = { networks: [], containers: [] };

/** Menus hand over the row that was clicked, and the selection where the row belongs to it. */
export function subjectOf(clicked: unknown, selected: unknown): Subject {
  const rows = (Array.isArray(selected) && selected.length > 0 ? selected : [clicked]).filter(isNode);
  return {
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
