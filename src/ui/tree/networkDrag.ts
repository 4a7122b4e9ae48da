import * as vscode from 'vscode';
import type { Store } from '../../state/store.ts';
import { onAgreedDrop, onDrop } from '../commands/subject.ts';
import { commandIds, dragMime } from '../contributions.ts';
import { ContainerNode, NetworkNode, type Node } from './nodes.ts';

/** Containers are dragged onto a network to be connected to it, and onto another container to be tested against it. */
export class NetworkDrag implements vscode.TreeDragAndDropController<Node> {
  readonly dragMimeTypes = [dragMime];
  readonly dropMimeTypes = [dragMime];
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  handleDrag(source: readonly Node[], data: vscode.DataTransfer): void {
    const containers = source.filter((node): node is ContainerNode => node instanceof ContainerNode);
    const ids = [...new Set(containers.map((node) => node.container))];
    if (ids.length > 0) data.set(dragMime, new vscode.DataTransferItem(ids));
  }

  async handleDrop(
    target: Node | undefined,
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const given: unknown = data.get(dragMime)?.value;
    if (!Array.isArray(given) || token.isCancellationRequested) return;
    const known = new Set(this.#store.snapshot.containers.map((container) => container.id));
    const dragged = given.filter((id): id is string => typeof id === 'string' && known.has(id));
    if (dragged.length === 0) return;
    if (target instanceof NetworkNode) await connect(target, dragged, onDrop);
    if (target instanceof ContainerNode) await this.#onContainer(target, dragged);
  }

  async #onContainer(target: ContainerNode, dragged: readonly string[]): Promise<void> {
    const network = networkOf(target);
    const { askDrop } = await import('./askDrop.ts');
    const wanted = await askDrop(this.#store.snapshot, dragged, target.container, network?.network);
    if (wanted === 'connect' && network) await connect(network, dragged, onAgreedDrop);
    if (wanted !== 'test') return;
    const ends = [...dragged, target.container].map((id) => new ContainerNode('', target.parent, id));
    await vscode.commands.executeCommand(commandIds.testReachability, ends[0], ends);
  }
}

async function connect(network: NetworkNode, containers: readonly string[], how: symbol): Promise<void> {
  const rows = containers.map((id) => new ContainerNode('', network, id));
  await vscode.commands.executeCommand(commandIds.connectContainer, network, rows, how);
}

/** The network that a container's row is under. */
function networkOf({ parent }: ContainerNode): NetworkNode | undefined {
  if (parent instanceof NetworkNode) return parent;
  return parent instanceof ContainerNode ? networkOf(parent) : undefined;
}
