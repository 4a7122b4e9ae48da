import * as vscode from 'vscode';
import type { ChangeSet, Container, Snapshot } from '../../core/model.ts';
import type { Store } from '../../state/store.ts';
import { ContainerNode, LooseNode, NetworkNode, type Node } from './nodes.ts';
import { containerRow, type Place } from './rows/containerRow.ts';
import { networkRow } from './rows/networkRow.ts';
import { counted, type Flag, type Row } from './rows/row.ts';
import { indexSnapshot, type TreeIndex } from './treeIndex.ts';
import { toTreeItem } from './treeItem.ts';

/** The rows, made from the store's snapshot. Only those that differ are drawn again. */
export class NetworksTree implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<Node[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #store: Store;
  /** Every row that VS Code has asked for, with what was drawn. */
  readonly #nodes = new Map<string, Node>();
  readonly #drawn = new Map<string, string>();
  #index: TreeIndex;
  /** By the id of the container, else of the network, that they belong to. */
  #problems = new Map<string, Flag[]>();
  #hostName: string | undefined;
  /** Rows are not drawn anew while VS Code waits for a tooltip: it would lose the row it asked for. */
  #resolving = 0;
  #waiting: (() => void) | undefined;

  constructor(store: Store) {
    this.#store = store;
    this.#index = indexSnapshot(store.snapshot, store.memory.all());
  }

  /** Takes over the store's snapshot, and has the rows drawn again that it changes. */
  update(changes: ChangeSet): void {
    this.#index = indexSnapshot(this.#store.snapshot, this.#store.memory.all());
    const touched = new Set([...changes.networks.changed, ...changes.containers.changed]);
    this.#redraw((node) => touched.has(subject(node)));
  }

  /** Flags the rows that something is wrong with. */
  setProblems(problems: readonly Flag[]): void {
    this.#problems = Map.groupBy(problems, ({ container, network }) => container ?? network ?? '');
    this.#redraw(() => false);
  }

  /** The name of the engine's machine, shown beside the containers that use its network. */
  setHostName(name: string): void {
    this.#hostName = name;
    this.#redraw(() => false);
  }

  getChildren(parent?: Node): Node[] {
    const children = this.#childIds(parent);
    this.#drawn.set(parent?.id ?? '', this.#signature(parent));
    return children.map((child) => {
      const known = this.#nodes.get(child.id);
      if (known) return known;
      const made = child.make();
      this.#nodes.set(made.id, made);
      return made;
    });
  }

  getTreeItem(node: Node): vscode.TreeItem {
    this.#drawn.set(node.id, this.#signature(node));
    return toTreeItem(node.id, this.#row(node));
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'container' ? node.parent : undefined;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
    this.#resolving++;
    try {
      const { tooltipOf } = await import('./tooltips/tooltipOf.ts');
      item.tooltip = await tooltipOf(node, this.#store, this.#problemsOf(node));
    } finally {
      if (--this.#resolving === 0) {
        const waiting = this.#waiting;
        this.#waiting = undefined;
        // After VS Code has taken the tooltip.
        if (waiting) setTimeout(waiting);
      }
    }
    return item;
  }

  /** The row of a network, made when it is not there yet, so that it can be revealed. */
  networkNode(id: string): NetworkNode | undefined {
    return this.getChildren().find(
      (node): node is NetworkNode => node.kind === 'network' && node.network === id,
    );
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #redraw(also: (node: Node) => boolean): void {
    if (this.#resolving > 0) {
      const earlier = this.#waiting;
      this.#waiting = () => {
        earlier?.();
        this.#redraw(also);
      };
      return;
    }
    const rootsBefore = this.#drawn.get('');
    if (rootsBefore === undefined) return;
    const gone = [...this.#nodes.values()].filter((node) => !this.#exists(node));
    for (const node of gone) {
      this.#nodes.delete(node.id);
      this.#drawn.delete(node.id);
    }
    if (rootsBefore !== this.#signature(undefined)) {
      this.#changed.fire(undefined);
      return;
    }
    const stale = [...this.#nodes.values()].filter((node) => {
      const drawn = this.#drawn.get(node.id);
      return drawn !== undefined && (also(node) || drawn !== this.#signature(node));
    });
    if (stale.length > 0) this.#changed.fire(stale);
  }

  #exists(node: Node): boolean {
    if (node.kind === 'loose') return this.#index.loose.length > 0;
    if (node.kind === 'network') return this.#index.networks.has(node.network);
    return this.#exists(node.parent) && this.#stands(node);
  }

  #stands({ parent, container }: ContainerNode): boolean {
    if (parent.kind === 'network') return this.#index.endpoints.get(parent.network)?.has(container) ?? false;
    if (parent.kind === 'loose') return this.#index.loose.includes(container);
    return this.#index.sharers.get(parent.container)?.includes(container) ?? false;
  }

  /** Everything that is drawn of a row, and which rows stand under it. */
  #signature(node: Node | undefined): string {
    const children = this.#childIds(node).map((child) => child.id);
    return JSON.stringify(node ? [this.#row(node), children] : children);
  }

  #childIds(parent: Node | undefined): { id: string; make: () => Node }[] {
    const { snapshot, networks, sharers, loose } = this.#index;
    if (!parent) return roots(snapshot, loose.length > 0);
    if (parent.kind === 'network') {
      const endpoints = networks.get(parent.network)?.endpoints ?? [];
      return endpoints.map((endpoint) => containerUnder(parent, endpoint.container));
    }
    if (parent.kind === 'loose') return loose.map((id) => containerUnder(parent, id));
    // A chain of sharers could close upon itself.
    if (depth(parent) > 3) return [];
    return (sharers.get(parent.container) ?? []).map((id) => containerUnder(parent, id));
  }

  #row(node: Node): Row {
    if (node.kind === 'loose') return looseRow(this.#index.loose.length);
    const problems = this.#problemsOf(node);
    if (node.kind === 'network') {
      const network = this.#index.networks.get(node.network);
      return network ? networkRow(network, this.#index, problems) : goneRow(node.network);
    }
    const container = this.#index.containers.get(node.container);
    const place = container && this.#place(node, container);
    return container && place
      ? containerRow(container, place, this.#index, problems)
      : goneRow(node.container);
  }

  #place(node: ContainerNode, container: Container): Place | undefined {
    if (node.parent.kind === 'loose') return { loose: true };
    if (node.parent.kind === 'container') {
      const owner = this.#index.containers.get(node.parent.container);
      return owner && { sharing: owner };
    }
    const on = this.#index.networks.get(node.parent.network);
    const endpoint = on && this.#index.endpoints.get(on.id)?.get(container.id);
    return on && endpoint && { on, endpoint, hostName: this.#hostName };
  }

  #problemsOf(node: Node): Flag[] {
    const problems = this.#problems.get(subject(node)) ?? [];
    if (node.kind !== 'container' || node.network === undefined) return problems;
    return problems.filter(({ network }) => network === undefined || network === node.network);
  }
}

function subject(node: Node): string {
  return node.kind === 'network' ? node.network : node.kind === 'container' ? node.container : '';
}

function depth(node: Node): number {
  return node.kind === 'container' ? 1 + depth(node.parent) : 0;
}

function roots(snapshot: Snapshot, loose: boolean): { id: string; make: () => Node }[] {
  if (snapshot.engine.state !== 'connected') return [];
  const prefix = snapshot.engine.endpoint;
  const rows: { id: string; make: () => Node }[] = snapshot.networks.map(({ id }) => ({
    id: `${prefix}/${id}`,
    make: () => new NetworkNode(`${prefix}/${id}`, id),
  }));
  if (loose) rows.push({ id: `${prefix}/-`, make: () => new LooseNode(`${prefix}/-`) });
  return rows;
}

function containerUnder(parent: Node, container: string): { id: string; make: () => Node } {
  const id = `${parent.id}/${container}`;
  return { id, make: () => new ContainerNode(id, parent, container) };
}

function looseRow(count: number): Row {
  return {
    label: 'Without a network',
    description: counted(count, 'container'),
    icon: 'debug-disconnect',
    tokens: [],
    accessible: `Without a network, ${counted(count, 'container')}`,
    expand: 'expanded',
  };
}

/** VS Code may ask for a row that has just gone. */
function goneRow(id: string): Row {
  const label = id.slice(0, 12);
  return {
    label,
    description: 'gone',
    icon: 'circle-slash',
    tokens: [],
    accessible: `${label}, gone`,
    expand: 'none',
  };
}
