import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { ChangeSet, Snapshot } from './core/model.ts';
import type { ContainerReport, Reachability, Resolution } from './core/report.ts';
import { type EngineTarget, findEngine } from './docker/findEngine.ts';
import type { EndpointStorage } from './state/endpointMemory.ts';
import { createStore } from './state/liveStore.ts';
import type { Store } from './state/store.ts';
import { CommandRegistry } from './ui/commands/registry.ts';
import { settings } from './ui/contributions.ts';
import { InspectionProvider } from './ui/documents/inspectionProvider.ts';
import { cleanProbesOnce } from './ui/panels/cleanProbesOnce.ts';
import { registerPanels } from './ui/panels/registerPanels.ts';
import { EngineView } from './ui/tree/engineView.ts';
import { NetworksView } from './ui/tree/networksView.ts';
import { type Disposable, toDisposable } from './util/disposable.ts';
import type { Event } from './util/emitter.ts';
import { plainCopy } from './util/plainCopy.ts';

/** What other extensions get; version 1 stays as it is. */
export interface Api {
  readonly version: 1;
  /** True at the moment that it resolves. */
  snapshot: () => Promise<Snapshot>;
  /** What changes, for as long as somebody listens. */
  readonly onDidChange: Event<ChangeSet>;
  report: (container: string) => Promise<ContainerReport>;
  resolve: (question: { container: string; name: string }) => Promise<Resolution>;
  reachability(question: { from: string; to: string; port?: number }): Promise<Reachability>;
}

let live: Store | undefined;

/** Registers everything. No engine is asked before a view is seen, a command runs, or the API is used. */
export function activate(context: vscode.ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('Docker Networks', { log: true });
  let target: EngineTarget | undefined;
  const store = createStore({
    async connect() {
      target = engineTarget();
      const { connectEngine } = await import('./docker/connectEngine.ts');
      return connectEngine(target);
    },
    endpoint: () => target ?? engineTarget(),
    hostRoutes: async () => {
      if (!isLocal(target)) return undefined;
      return (await import('./docker/hostRoutes.ts')).hostRoutes();
    },
    memory: endpointStorage(context.globalState),
    log,
  });
  live = store;

  const view = new NetworksView(store);
  const commands = new CommandRegistry({ store, log, context, reveal: (network) => view.reveal(network) });
  context.subscriptions.push(
    log,
    store,
    view,
    new EngineView(store),
    new InspectionProvider(store),
    cleanProbesOnce(store),
    commands,
    registerPanels(commands.services),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(settings.host)) return;
      target = undefined;
      void store.reconnect();
    }),
  );
  return apiOf(store);
}

/** Closes the connection and the event stream. */
export function deactivate(): void {
  live?.dispose();
  live = undefined;
}

function apiOf(store: Store): Api {
  return {
    version: 1,
    snapshot: async () => plainCopy(await store.current()),
    onDidChange: (listener) => bothOf(store.onDidChange(listener), store.watch()),
    report: async (container) => {
      const { report } = await import('./state/report.ts');
      return plainCopy(await report(store, container, { measure: true, probeImage: probeImage() }));
    },
    resolve: async (question) => {
      const { resolve } = await import('./state/report.ts');
      return plainCopy(await resolve(store, question, { probeImage: probeImage() }));
    },
    reachability: async (question) => {
      const { reachability } = await import('./state/reachability.ts');
      return plainCopy(await reachability(store, question, { probeImage: probeImage() }));
    },
  };
}

function bothOf(one: Disposable, other: Disposable): Disposable {
  return toDisposable(() => {
    one.dispose();
    other.dispose();
  });
}

/** The image that the setting names for probe containers. */
function probeImage(): string | undefined {
  return vscode.workspace.getConfiguration().get<string>(settings.probeImage)?.trim() || undefined;
}

function engineTarget(): EngineTarget {
  const setting = vscode.workspace.getConfiguration().get<string>(settings.host);
  return findEngine(setting, process.env, homedir(), process.platform);
}

/** Desktop's engine answers on a local socket, too, but runs in a machine of its own with its own routes. */
function isLocal(target: EngineTarget | undefined): boolean {
  const endpoint = target?.endpoint ?? '';
  return (
    process.platform === 'linux' &&
    endpoint.startsWith('unix:') &&
    !endpoint.endsWith('/.docker/desktop/docker.sock')
  );
}

function endpointStorage(state: vscode.Memento): EndpointStorage {
  const key = 'rememberedEndpoints';
  return { load: () => state.get(key), save: (all) => void state.update(key, all) };
}
