import * as vscode from 'vscode';
import { messageOf } from '../../core/errors.ts';
import type { ChangeSet } from '../../core/model.ts';
import type { Store } from '../../state/store.ts';
import { type Disposable, DisposableStore } from '../../util/disposable.ts';
import { documentScheme } from '../contributions.ts';

/** Serves what the engine says of a network or container, and keeps the store live while such a document is open. */
export class InspectionProvider implements vscode.TextDocumentContentProvider, Disposable {
  readonly #store: Store;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  #watch: Disposable | undefined;

  constructor(store: Store) {
    this.#store = store;
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(documentScheme, this));
    this.#owned.add(vscode.workspace.onDidOpenTextDocument(() => this.#follow()));
    this.#owned.add(vscode.workspace.onDidCloseTextDocument(() => this.#follow()));
    this.#owned.add(store.onDidChange((changes) => this.#update(changes)));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    try {
      const engine = await this.#store.engine();
      const raw = uri.path.startsWith('/network/')
        ? await engine.rawNetwork(uri.query)
        : await engine.rawContainer(uri.query);
      return `${JSON.stringify(raw, undefined, 2)}\n`;
    } catch (error) {
      return `${JSON.stringify({ error: messageOf(error) }, undefined, 2)}\n`;
    }
  }

  dispose(): void {
    this.#watch?.dispose();
    this.#owned.dispose();
  }

  #open(): vscode.Uri[] {
    const documents = vscode.workspace.textDocuments.filter((one) => !one.isClosed);
    return documents.map((one) => one.uri).filter((uri) => uri.scheme === documentScheme);
  }

  #follow(): void {
    if (this.#open().length > 0) {
      this.#watch ??= this.#store.watch();
    } else {
      this.#watch?.dispose();
      this.#watch = undefined;
    }
  }

  #update({ networks, containers }: ChangeSet): void {
    const touched = new Set(
      [networks, containers].flatMap((set) => [...set.added, ...set.changed, ...set.removed]),
    );
    for (const uri of this.#open()) if (touched.has(uri.query)) this.#changed.fire(uri);
  }
}
