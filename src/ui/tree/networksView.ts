import * as vscode from 'vscode';
import type { ChangeSet, Snapshot } from '../../core/model.ts';
import type { Problem } from '../../core/problems/findProblems.ts';
import type { Store } from '../../state/store.ts';
import { type Disposable, DisposableStore } from '../../util/disposable.ts';
import { contextKeys, firstNetworkViewId, viewId } from '../contributions.ts';
import { NetworkDrag } from './networkDrag.ts';
import { NetworksTree } from './networksTree.ts';
import type { Node } from './nodes.ts';
import { ProblemWatch } from './problemWatch.ts';
import { counted } from './rows/row.ts';
import { RowDecorations } from './treeItem.ts';

/** The view "Networks": keeps the store live while it is seen, and says in its frame how the engine stands. */
export class NetworksView implements Disposable {
  readonly #store: Store;
  readonly #owned = new DisposableStore();
  readonly #tree: NetworksTree;
  readonly #view: vscode.TreeView<Node>;
  #watch: Disposable | undefined;
  #hostNameAsked = false;

  constructor(store: Store) {
    this.#store = store;
    this.#tree = this.#owned.add(new NetworksTree(store));
    this.#view = this.#owned.add(
      vscode.window.createTreeView(viewId, {
        treeDataProvider: this.#tree,
        canSelectMany: true,
        showCollapseAll: true,
        dragAndDropController: new NetworkDrag(store),
      }),
    );
    this.#owned.add(vscode.window.createTreeView(firstNetworkViewId, { treeDataProvider: nothing }));
    this.#owned.add(vscode.window.registerFileDecorationProvider(new RowDecorations()));
    this.#owned.add(this.#view.onDidChangeVisibility(() => this.#follow()));
    this.#owned.add(
      vscode.window.onDidChangeWindowState((state) => {
        // A change to a stopped container fires no event (measured on 20.10 and 28.5).
        if (state.focused && this.#view.visible) void store.refresh();
      }),
    );
    this.#owned.add(store.onDidChange((changes) => this.#update(changes)));
    const problems = this.#owned.add(new ProblemWatch(store));
    this.#owned.add(problems.onDidFind((found) => this.#flag(found)));
    this.#frame(store.snapshot);
    this.#follow();
  }

  get selection(): readonly Node[] {
    return this.#view.selection;
  }

  /** Selects a network's row, where the view is open. */
  async reveal(networkId: string): Promise<void> {
    const node = this.#view.visible ? this.#tree.networkNode(networkId) : undefined;
    if (node) await this.#view.reveal(node, { select: true, focus: false, expand: true });
  }

  dispose(): void {
    this.#watch?.dispose();
    this.#owned.dispose();
  }

  #follow(): void {
    if (this.#view.visible) {
      this.#watch ??= this.#store.watch();
    } else {
      this.#watch?.dispose();
      this.#watch = undefined;
    }
  }

  #update(changes: ChangeSet): void {
    this.#tree.update(changes);
    this.#frame(this.#store.snapshot);
  }

  #flag(found: readonly Problem[]): void {
    this.#tree.setProblems(found);
    const count = found.length;
    this.#view.badge = count > 0 ? { value: count, tooltip: counted(count, 'problem') } : undefined;
  }

  #frame(snapshot: Snapshot): void {
    const { engine, networks } = snapshot;
    this.#view.description = engine.name ?? engine.endpoint;
    setContext(contextKeys.state, engine.state);
    setContext(
      contextKeys.hasUserNetworks,
      networks.some((network) => !network.builtIn),
    );
    if (networks.some((network) => network.driver === 'host' && network.endpoints.length > 0)) {
      void this.#askHostName();
    }
  }

  async #askHostName(): Promise<void> {
    if (this.#hostNameAsked) return;
    this.#hostNameAsked = true;
    try {
      const facts = await (await this.#store.engine()).facts();
      this.#tree.setHostName(facts.hostName);
    } catch {
      this.#hostNameAsked = false;
    }
  }
}

const nothing: vscode.TreeDataProvider<never> = {
  getChildren: () => [],
  getTreeItem: (element) => element,
};

const lastSet = new Map<string, unknown>();

function setContext(key: string, value: unknown): void {
  if (lastSet.get(key) === value) return;
  lastSet.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
