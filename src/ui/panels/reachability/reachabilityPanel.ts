import { ThemeIcon, ViewColumn, window } from 'vscode';
import { messageOf } from '../../../core/errors.ts';
import type { Reachability } from '../../../core/report.ts';
import {
  type FromReachabilityPage,
  fromReachabilityPage,
  type ReachabilityState,
} from '../../../protocol/reachability.ts';
import { reachability } from '../../../state/reachability.ts';
import { DisposableStore } from '../../../util/disposable.ts';
import type { Services } from '../../commands/command.ts';
import { chooseProbeImage, knownProbeImage } from '../hosts/chooseProbeImage.ts';
import { Page, pageOptions } from '../page.ts';
import { type Pair, reachabilityState } from './reachabilityState.ts';

const open = new Map<string, ReachabilityPanel>();

/** Shows a result in its panel: the one that is open for the same question, or a new one. */
export function showReachability(services: Services, pair: Pair, found: Reachability): void {
  const key = `${found.from} ${found.to} ${found.port ?? ''}`;
  const shown = open.get(key) ?? new ReachabilityPanel(services, pair, key);
  shown.show(found);
}

class ReachabilityPanel {
  readonly #services: Services;
  readonly #pair: Pair;
  readonly #panel;
  readonly #page: Page<ReachabilityState, FromReachabilityPage>;
  readonly #leaving = new AbortController();
  #found: Reachability | undefined;

  constructor(services: Services, pair: Pair, key: string) {
    this.#services = services;
    this.#pair = pair;
    const { extensionUri } = services.context;
    const title = `${pair.from} → ${pair.to}`;
    const type = 'dockerNetworks.reachability';
    const panel = window.createWebviewPanel(type, title, ViewColumn.Active, pageOptions(extensionUri));
    panel.iconPath = new ThemeIcon('arrow-swap');
    this.#panel = panel;
    this.#page = new Page(panel, extensionUri, 'reachability', fromReachabilityPage, {
      ready: () => {},
      again: () => void this.#test(),
      probe: () => void this.#probe(),
      fix: ({ index }) => void this.#fix(index),
    });
    open.set(key, this);
    const owned = new DisposableStore();
    owned.add(this.#page);
    panel.onDidDispose(() => {
      open.delete(key);
      this.#leaving.abort();
      owned.dispose();
    });
  }

  show(found: Reachability): void {
    this.#found = found;
    this.#tell(false);
    this.#panel.reveal();
  }

  async #probe(): Promise<void> {
    try {
      if (await chooseProbeImage(await this.#services.store.engine())) await this.#test();
    } catch (error) {
      this.#tell(false, messageOf(error));
    }
  }

  async #fix(index: number): Promise<void> {
    const fix = this.#found?.fixes[index];
    if (!fix) return;
    this.#tell(true);
    await this.#services.perform(fix);
    await this.#test();
  }

  async #test(): Promise<void> {
    const { from, to, port } = this.#found ?? {};
    if (from === undefined || to === undefined) return;
    this.#tell(true);
    try {
      const options = { probeImage: knownProbeImage(), signal: this.#leaving.signal };
      this.#found = await reachability(this.#services.store, { from, to, port }, options);
      this.#tell(false);
    } catch (error) {
      this.#tell(false, messageOf(error));
    }
  }

  #tell(busy: boolean, failure?: string): void {
    if (!this.#leaving.signal.aborted) {
      this.#page.show(reachabilityState(this.#pair, this.#found, busy, failure));
    }
  }
}
