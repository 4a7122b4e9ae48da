import { type ExtensionContext, env, ThemeIcon, ViewColumn, type WebviewPanel, window } from 'vscode';
import { messageOf } from '../../../core/errors.ts';
import type { Container } from '../../../core/model.ts';
import { type FromHostsPage, fromHostsPage, type HostsState } from '../../../protocol/hosts.ts';
import { isText } from '../../../protocol/messages.ts';
import type { Store } from '../../../state/store.ts';
import { type Disposable, DisposableStore, toDisposable } from '../../../util/disposable.ts';
import { panelTypes } from '../../contributions.ts';
import { Page, pageOptions } from '../page.ts';
import { chooseProbeImage, knownProbeImage } from './chooseProbeImage.ts';
import { copyText } from './copyText.ts';
import { HostsSession } from './hostsSession.ts';

const open = new Map<string, HostsPanel>();

/** Shows the Hosts and DNS panel of a container: the one that is open already, or a new one. */
export function showHosts(
  context: ExtensionContext,
  store: Store,
  container: Pick<Container, 'id' | 'name'>,
): void {
  const shown = open.get(container.id);
  if (shown) return shown.reveal();
  const options = pageOptions(context.extensionUri);
  const panel = window.createWebviewPanel(panelTypes.hosts, container.name, ViewColumn.Active, options);
  new HostsPanel(panel, context, store, container, []);
}

/** Fills a panel that was open before the window was reloaded. */
export async function restoreHosts(
  panel: WebviewPanel,
  context: ExtensionContext,
  store: Store,
  state: unknown,
): Promise<void> {
  const saved = readSaved(state);
  if (!saved) {
    panel.dispose();
    return;
  }
  const { containers } = await store.current();
  const found =
    containers.find((one) => one.id === saved.id) ?? containers.find((one) => one.name === saved.name);
  new HostsPanel(panel, context, store, found ?? saved, saved.typed);
}

interface Saved {
  id: string;
  name: string;
  typed: string[];
}

function readSaved(value: unknown): Saved | undefined {
  const { id, name, typed } = (value ?? {}) as Record<string, unknown>;
  if (!isText(id) || !isText(name)) return undefined;
  return { id, name, typed: Array.isArray(typed) ? typed.filter((one) => isText(one)) : [] };
}

class HostsPanel {
  readonly #owned = new DisposableStore();
  readonly #panel: WebviewPanel;
  readonly #session: HostsSession;
  readonly #store: Store;
  #watch: Disposable | undefined;

  constructor(
    panel: WebviewPanel,
    context: ExtensionContext,
    store: Store,
    container: Pick<Container, 'id' | 'name'>,
    typed: readonly string[],
  ) {
    this.#panel = panel;
    this.#store = store;
    open.set(container.id, this);
    panel.iconPath = new ThemeIcon('list-flat');
    const session = new HostsSession(store, container, (state) => page.show(state), typed);
    this.#session = session;
    const told = (act: Promise<void>) => void act.catch((error: unknown) => tellFailure(error));
    const page = new Page<HostsState, FromHostsPage>(panel, context.extensionUri, 'hosts', fromHostsPage, {
      ready: () => told(session.read()),
      measure: ({ names }) => told(session.measure(names, knownProbeImage())),
      ask: ({ name }) => told(session.ask(name, knownProbeImage())),
      forget: ({ name }) => session.forget(name),
      cancel: () => session.cancel(),
      probe: () => told(this.#probe()),
      reload: () => told(session.read()),
      copy: ({ what }) => void env.clipboard.writeText(copyText(session.state, what)),
    });
    this.#owned.add(page);
    this.#owned.add(session);
    this.#owned.add(toDisposable(() => this.#watch?.dispose()));
    this.#owned.add(panel.onDidChangeViewState(() => this.#lookOrNot()));
    panel.onDidDispose(() => {
      open.delete(container.id);
      this.#owned.dispose();
    });
    this.#lookOrNot();
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** The store is kept live only while somebody sees the panel. */
  #lookOrNot(): void {
    if (this.#panel.visible) this.#watch ??= this.#store.watch();
    else {
      this.#watch?.dispose();
      this.#watch = undefined;
    }
  }

  async #probe(): Promise<void> {
    const image = await chooseProbeImage(await this.#store.engine());
    if (image) await this.#session.measure(undefined, image);
  }
}

function tellFailure(error: unknown): void {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (code !== 'cancelled') void window.showErrorMessage(messageOf(error));
}
