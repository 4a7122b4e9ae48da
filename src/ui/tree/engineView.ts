import * as vscode from 'vscode';
import type { EngineStatus } from '../../core/model.ts';
import type { Store } from '../../state/store.ts';
import { type Disposable, DisposableStore } from '../../util/disposable.ts';
import { engineViewId } from '../contributions.ts';

/** The view that stands below the welcome while no engine answers: what was tried, and where it ended. */
export class EngineView implements vscode.TreeDataProvider<string>, Disposable {
  readonly #store: Store;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: Store) {
    this.#store = store;
    this.#owned.add(vscode.window.createTreeView(engineViewId, { treeDataProvider: this }));
    this.#owned.add(
      store.onDidChange(({ engine }) => {
        if (engine) this.#changed.fire(undefined);
      }),
    );
  }

  getChildren(parent?: string): string[] {
    return parent === undefined ? linesOf(this.#store.snapshot.engine) : [];
  }

  getTreeItem(line: string): vscode.TreeItem {
    const item = new vscode.TreeItem(line);
    item.tooltip = line;
    return item;
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function linesOf({ endpoint, error, tried = [] }: EngineStatus): string[] {
  const lines = [error, ...tried.map((one) => `Looked at ${one}`), endpoint && `Asked ${endpoint}`];
  return lines.filter((line): line is string => line !== undefined && line !== '');
}
