import { ThemeIcon, ViewColumn, type WebviewPanel, window } from 'vscode';
import { messageOf } from '../../../core/errors.ts';
import type { Reachability } from '../../../core/report.ts';
import {
  type FromReachabilityPage,
  fromReachabilityPage,
  type ReachabilityPair,
  type ReachabilityState,
  readPair,
} from '../../../protocol/reachability.ts';
import {
  predictedReachability,
  type ReachabilityQuestion,
  reachability,
} from '../../../state/reachability.ts';
import { DisposableStore } from '../../../util/disposable.ts';
import type { Services } from '../../commands/command.ts';
import { panelTypes } from '../../contributions.ts';
import { chooseProbeImage, knownProbeImage } from '../hosts/chooseProbeImage.ts';
import { Page, pageOptions } from '../page.ts';
import { reachabilityState } from './reachabilityState.ts';

const open = new Map<string, ReachabilityPanel>();

/** Shows a result in its panel: the one that is open for the same question, or a new one. */
export function showReachability(services: Services, pair: ReachabilityPair, found: Reachability): void {
  const shown = open.get(keyOf(pair)) ?? new ReachabilityPanel(newPanel(services, pair), services, pair);
  shown.show(found);
}

/** Fills a panel that was open before the window was reloaded, with what is predicted: nothing is run unasked. */
export async function restoreReachability(
  panel: WebviewPanel,
  services: Services,
  state: unknown,
): Promise<void> {
  const saved = readPair(state);
  if (!saved) {
    panel.dispose();
    return;
  }
  const { containers } = await services.store.current();
  const again = ({ id, name }: ReachabilityPair['from']) =>
    containers.find((one) => one.id === id) ?? containers.find((one) => one.name === name) ?? { id, name };
  const ends = [again(saved.from), again(saved.to)].map(({ id, name }) => ({ id, name }));
  const pair = { ...saved, from: ends[0]!, to: ends[1]! };
  await new ReachabilityPanel(panel, services, pair).predict();
}

function newPanel({ context }: Services, { from, to }: ReachabilityPair): WebviewPanel {
  const options = pageOptions(context.extensionUri);
  const title = `${from.name} → ${to.name}`;
  return window.createWebviewPanel(panelTypes.reachability, title, ViewColumn.Active, options);
}

function keyOf({ from, to, port }: ReachabilityPair): string {
  return `${from.id} ${to.id} ${port ?? ''}`;
}

class ReachabilityPanel {
  readonly #services: Services;
  readonly #pair: ReachabilityPair;
  readonly #panel;
  readonly #page: Page<ReachabilityState, FromReachabilityPage>;
  readonly #leaving = new AbortController();
  #found: Reachability | undefined;

  constructor(panel: WebviewPanel, services: Services, pair: ReachabilityPair) {
    this.#services = services;
    this.#pair = pair;
    const { extensionUri } = services.context;
    const key = keyOf(pair);
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

  predict(): Promise<void> {
    return this.#ask((question) => predictedReachability(this.#services.store, question));
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

  #test(): Promise<void> {
    const options = { probeImage: knownProbeImage(), signal: this.#leaving.signal };
    return this.#ask((question) => reachability(this.#services.store, question, options));
  }

  async #ask(answer: (question: ReachabilityQuestion) => Promise<Reachability>): Promise<void> {
    const { from, to, port } = this.#pair;
    this.#tell(true);
    try {
      this.#found = await answer({ from: from.id, to: to.id, port });
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
