/** Rows of the tree. They hold ids only, do no I/O, and live as long as their id is in the tree. */

export class NetworkNode {
  readonly kind = 'network';
  readonly id: string;
  readonly network: string;

  constructor(id: string, network: string) {
    this.id = id;
    this.network = network;
  }
}

/** The last row, only there while some container belongs to no network that is left. */
export class LooseNode {
  readonly kind = 'loose';
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

export class ContainerNode {
  readonly kind = 'container';
  readonly id: string;
  readonly parent: NetworkNode | LooseNode | ContainerNode;
  readonly container: string;

  constructor(id: string, parent: NetworkNode | LooseNode | ContainerNode, container: string) {
    this.id = id;
    this.parent = parent;
    this.container = container;
  }

  /** The network that the row stands under; undefined under the last row, and for one that shares another's network. */
  get network(): string | undefined {
    return this.parent.kind === 'network' ? this.parent.network : undefined;
  }
}

export type Node = NetworkNode | LooseNode | ContainerNode;

/** Tells a row, which a menu hands to a command, from the argument that a script gives. */
export function isNode(value: unknown): value is Node {
  return value instanceof NetworkNode || value instanceof ContainerNode || value instanceof LooseNode;
}
