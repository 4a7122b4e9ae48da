import * as vscode from 'vscode';
import type { Store } from '../../state/store.ts';
import { onDrop } from '../commands/subject.ts';
import { commandIds, dragMime } from '../contributions.ts';
import { ContainerNode, NetworkNode, type Node } from './nodes.ts';

/** Containers are dragged onto a network to be connected to it, after a question. */
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
    const network = networkOf(target);
    const dragged: unknown = data.get(dragMime)?.value;
    if (!network || !Array.isArray(dragged) || token.isCancellationRequested) return;
    const known = new Set(this.#store.snapshot.containers.map((container) => container.id));
    const containers = dragged.filter((id): id is string => typeof id === 'string' && known.has(id));
    if (containers.length === 0) return;
    await vscode.commands.executeCommand(
      commandIds.connectContainer,
      network,
      containers.map((id) => new ContainerNode('', network, id)),
      onDrop,
    );
  }
}

/** A container's row stands for the network that it is under. */
function networkOf(target: Node | undefined): NetworkNode | undefined {
  if (target === undefined || target instanceof NetworkNode) return target;
  return target instanceof ContainerNode ? networkOf(target.parent) : undefined;
}
