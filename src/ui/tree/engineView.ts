import * as vscode from 'vscode';
import type { EngineStatus } from '../../core/model.ts';
import type { Store } from '../../state/store.ts';
import { type Disposable, DisposableStore } from '../../util/disposable.ts';
import { engineViewId, triedViewId } from '../contributions.ts';

interface Line {
  label: string;
  description?: string;
  icon: string;
}

/** The view below the tree, folded while all is well: which engine is talked to; while none answers, what was tried, and where it ended. */
export class EngineView implements vscode.TreeDataProvider<Line>, Disposable {
  readonly #store: Store;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: Store) {
    this.#store = store;
    for (const id of [engineViewId, triedViewId]) {
      this.#owned.add(vscode.window.createTreeView(id, { treeDataProvider: this }));
    }
    this.#owned.add(
      store.onDidChange(({ engine }) => {
        if (engine) this.#changed.fire(undefined);
      }),
    );
  }

  getChildren(parent?: Line): Line[] {
    return parent === undefined ? linesOf(this.#store.snapshot.engine) : [];
  }

  getTreeItem({ label, description, icon }: Line): vscode.TreeItem {
    const item = new vscode.TreeItem(label);
    item.description = description;
    item.iconPath = new vscode.ThemeIcon(icon);
    item.tooltip = description ? `${label}: ${description}` : label;
    return item;
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function linesOf({ state, endpoint, name, error, version, apiVersion, tried = [] }: EngineStatus): Line[] {
  const lines: Line[] = [];
  if (error) lines.push({ label: error, icon: 'warning' });
  if (version)
    lines.push({ label: `Docker ${version}`, description: `API ${apiVersion}`, icon: 'server-process' });
  if (name && !endpoint.endsWith(name)) lines.push({ label: 'Called', description: name, icon: 'tag' });
  if (endpoint) lines.push({ label: 'Address', description: endpoint, icon: 'plug' });
  if (state !== 'connected') {
    for (const one of tried) lines.push({ label: 'Looked at', description: one, icon: 'search' });
  }
  return lines;
}
