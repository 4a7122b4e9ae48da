import { messageOf } from '../../../core/errors.ts';
import { disagreement } from '../../../core/measure/disagreement.ts';
import type { ChangeSet, Container, ContainerDetails, Network, Snapshot } from '../../../core/model.ts';
import { endpointOn } from '../../../core/names/endpointNames.ts';
import { predictName } from '../../../core/names/predictName.ts';
import { ownerOf } from '../../../core/names/sharing.ts';
import { findProblems } from '../../../core/problems/findProblems.ts';
import type { HostsFile, Resolution, ResolvFile } from '../../../core/report.ts';
import type { MatrixState } from '../../../protocol/matrix.ts';
import { type Measured, measureNames, noTool } from '../../../state/measure/measureNames.ts';
import { inspectAround, readNameFiles } from '../../../state/nameWorld.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { withMeasured } from '../../../state/report.ts';
import type { Store } from '../../../state/store.ts';
import { coalesce } from '../../../util/coalesce.ts';
import { type Disposable, DisposableStore } from '../../../util/disposable.ts';
import { inParallel } from '../../../util/inParallel.ts';
import { oneAtATime } from '../../../util/oneAtATime.ts';
import { toCell } from './toCell.ts';

/** What is known of the network and of all who are on it. */
interface Around {
  snapshot: Snapshot;
  network: Network;
  containers: Container[];
  details: Map<string, ContainerDetails>;
  hosts: Map<string, HostsFile>;
  resolv: Map<string, ResolvFile>;
  names: string[];
}

/** What the Name Matrix of one network knows and does; tells every new state. */
export class MatrixSession implements Disposable {
  readonly #store: Store;
  readonly #network: Pick<Network, 'id' | 'name'>;
  readonly #onState: (state: MatrixState) => void;
  readonly #owned = new DisposableStore();
  readonly #predicted = new Map<string, Resolution>();
  readonly #measured = new Map<string, Measured>();
  readonly #asking = new Set<string>();
  readonly #telling = coalesce(() => this.#onState(this.state), { quiet: 60, atMost: 150 });
  readonly #reading = coalesce(() => void this.read(), { quiet: 200, atMost: 1000 });
  #around: Around | undefined;
  #measuring: AbortController | undefined;
  #total = 0;
  #notice: string | undefined;
  #explained: { container: string; name: string } | undefined;

  constructor(store: Store, network: Pick<Network, 'id' | 'name'>, onState: (state: MatrixState) => void) {
    this.#store = store;
    this.#network = network;
    this.#onState = onState;
    this.#owned.add(this.#telling);
    this.#owned.add(this.#reading);
    this.#owned.add(store.onDidChange((changes) => this.#follow(changes)));
  }

  get state(): MatrixState {
    const around = this.#around;
    return {
      network: this.#network.id,
      title: this.#network.name,
      notice: this.#notice,
      names: around?.names ?? [],
      rows: (around?.containers ?? []).map((container) => ({
        container: container.id,
        name: container.name,
        state: container.state,
        cells: around!.names.map((name) => {
          const key = keyOf(container.id, name);
          return toCell(this.#resolution(container, name), this.#asking.has(key));
        }),
      })),
      warnings: around ? warningsOf(around) : [],
      progress: this.#measuring && { done: this.#total - this.#asking.size, total: this.#total },
      probeOffered: [...this.#measured.values()].some((one) => 'error' in one && one.error === noTool),
      explained: this.#explained && { ...this.#explained, text: this.#explanation(this.#explained) },
    };
  }

  /** Reads the network anew, and predicts every cell. */
  readonly read: () => Promise<void> = oneAtATime(() => this.#read());

  async #read(): Promise<void> {
    try {
      const snapshot = await connectedSnapshot(this.#store);
      const network = snapshot.networks.find((one) => one.id === this.#network.id);
      this.#notice = network ? undefined : `${this.#network.name} was removed.`;
      if (network) await this.#fill(snapshot, network);
    } catch (error) {
      this.#notice = messageOf(error);
    }
    this.#telling.request();
  }

  async #fill(snapshot: Snapshot, network: Network): Promise<void> {
    const ids = new Set(network.endpoints.map((one) => one.container));
    const containers = snapshot.containers
      .filter((one) => ids.has(one.id))
      .sort((a, b) => a.name.localeCompare(b.name));
    const details = await inspectAround(this.#store, snapshot, containers);
    const names = namesOn(network, details);
    const around = { snapshot, network, containers, details, hosts: new Map(), resolv: new Map(), names };
    this.#around = around;
    this.#predicted.clear();
    this.#telling.request();
    await inParallel(containers, 8, async (container) => {
      const files = await readNameFiles(this.#store, snapshot, container, details);
      if (files && !('error' in files.hosts)) around.hosts.set(container.id, files.hosts);
      if (files && !('error' in files.resolv)) around.resolv.set(container.id, files.resolv);
      for (const name of names) {
        const predicted = predictName(around, container.id, name);
        this.#predicted.set(keyOf(container.id, name), { name, predicted });
      }
      this.#telling.request();
    });
  }

  /** Measures every cell: one exec for each container. Ends what was being measured. */
  async measure(probeImage?: string): Promise<void> {
    const around = this.#around;
    if (!around) return;
    this.cancel();
    const measuring = new AbortController();
    const { signal } = measuring;
    this.#measuring = measuring;
    const running = around.containers.filter((one) => one.state === 'running');
    for (const container of running) {
      for (const name of around.names) this.#asking.add(keyOf(container.id, name));
    }
    this.#total = this.#asking.size;
    this.#telling.request();
    try {
      const engine = await this.#store.engine();
      await inParallel(running, 4, async ({ id }) => {
        const details = around.details.get(id);
        if (!details || signal.aborted) return;
        const onResult = (name: string, result: Measured) => {
          if (signal.aborted) return;
          this.#asking.delete(keyOf(id, name));
          this.#measured.set(keyOf(id, name), result);
          this.#telling.request();
        };
        await measureNames(engine, details, around.names, { probeImage, signal, onResult });
      });
    } finally {
      if (this.#measuring === measuring) this.cancel();
    }
  }

  cancel(): void {
    this.#measuring?.abort();
    this.#measuring = undefined;
    this.#asking.clear();
    this.#telling.request();
  }

  explain(container: string, name: string): void {
    this.#explained = { container, name };
    this.#telling.request();
  }

  dispose(): void {
    this.#measuring?.abort();
    this.#owned.dispose();
  }

  #resolution(container: Container, name: string): Resolution | undefined {
    const key = keyOf(container.id, name);
    const resolution = this.#predicted.get(key);
    const around = this.#around;
    if (!resolution || !around) return undefined;
    const owner = ownerOf(around, container) ?? container;
    return withMeasured({ world: around, owner }, resolution, this.#measured.get(key));
  }

  #explanation({ container, name }: { container: string; name: string }): string {
    const asker = this.#around?.containers.find((one) => one.id === container);
    const resolution = asker && this.#resolution(asker, name);
    if (!resolution) return '';
    const { predicted, measured, agrees } = resolution;
    const loud = agrees === false && measured && !('error' in measured);
    const more =
      measured && 'error' in measured ? measured.error : loud ? disagreement(predicted, measured) : '';
    return [`${name} in ${asker.name}:`, predicted.why, more].filter(Boolean).join(' ');
  }

  #follow({ engine, networks, containers }: ChangeSet): void {
    const near = new Set(this.#around?.containers.map((one) => one.id));
    const touched = (of: ChangeSet['networks']) => [...of.added, ...of.changed, ...of.removed];
    const concerns =
      engine ||
      touched(networks).includes(this.#network.id) ||
      touched(containers).some((id) => near.has(id));
    if (!concerns) return;
    this.#measured.clear();
    this.#reading.request();
  }
}

function keyOf(container: string, name: string): string {
  return `${container} ${name}`;
}

/** The names of all who are on the network, with the aliases that they have there. */
function namesOn(network: Network, details: ReadonlyMap<string, ContainerDetails>): string[] {
  const names = network.endpoints.flatMap((endpoint) => {
    const of = details.get(endpoint.container);
    const aliases = (of && endpointOn(of, network)?.aliases) ?? endpoint.aliases ?? [];
    return [endpoint.name, ...aliases.filter((alias) => !endpoint.container.startsWith(alias))];
  });
  return [...new Set(names)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b));
}

function warningsOf({ snapshot, network, containers, details }: Around): string[] {
  const here = new Set(containers.map((one) => one.id));
  const concerns = findProblems(snapshot, details).filter(
    (one) =>
      one.network === network.id || (one.network === undefined && !!one.container && here.has(one.container)),
  );
  return [...new Set(concerns.map((one) => one.sentence))];
}
