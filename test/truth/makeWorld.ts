import type { LabEngine } from '../lab/engine.ts';
import { api, EngineApiError, execIn } from '../lab/engineApi.ts';
import { busyboxImage, labLabel } from '../lab/images.ts';
import type { Random } from './random.ts';

/** A world as it was made: every name that could mean something in it, and what was done, for whoever repeats it. */
export interface TruthWorld {
  names: string[];
  steps: string[];
}

const networkNames = ['alpha', 'ALPHA', 'beta', 'Zed', '1st', 'a.b', 'b', 'net', 'web'];
const containerNames = [
  'web',
  'WEB',
  'db',
  'api',
  'Cache',
  'web.a',
  'a',
  'box-1',
  'proj_web_1',
  'queue',
  'happy_bell',
];
/** By how often they come up; on macvlan alone, each unknown name takes its time. */
const kinds = [
  ...Array<string>(7).fill('bridge'),
  ...Array<string>(5).fill('internal'),
  ...Array<string>(3).fill('six'),
  ...['quiet', 'quiet', 'macvlan'],
];
const longName = 'l'.repeat(70);
const aliasNames = ['db', 'www', 'svc', 'API', 'a.b', 'shared', 'under_score', 'web'];
const hostNames = ['wh', 'db', 'dual.example.com', 'Host'];
const labels = { [labLabel]: 'truth' };

/** Makes a world of networks and containers from chance, then lives in it: connects, renames, stops, pauses … */
export async function makeWorld(engine: LabEngine, random: Random): Promise<TruthWorld> {
  const maker = new WorldMaker(engine, random);
  await maker.makeNetworks();
  await maker.makeContainers();
  await maker.live();
  return { names: [...maker.names], steps: maker.steps };
}

/** Removes every container and network of a world. */
export async function clearWorld(engine: LabEngine): Promise<void> {
  const mine = new URLSearchParams({ all: '1', filters: JSON.stringify({ label: [`${labLabel}=truth`] }) });
  const containers = await api<{ Id: string }[]>(engine.socket, 'GET', `/containers/json?${mine.toString()}`);
  for (const { Id } of containers) await api(engine.socket, 'DELETE', `/containers/${Id}?force=1&v=1`);
  const networks = await api<{ Id: string }[]>(engine.socket, 'GET', `/networks?${mine.toString()}`);
  for (const { Id } of networks) await api(engine.socket, 'DELETE', `/networks/${Id}`);
}

class WorldMaker {
  readonly names = new Set<string>(['localhost', 'nobody', 'nobody.alpha']);
  readonly steps: string[] = [];
  readonly #engine: LabEngine;
  readonly #random: Random;
  readonly #networks: string[] = [];
  readonly #containers: string[] = [];
  readonly #onBridge: string[] = [];
  readonly #linked = new Set<string>();
  readonly #quiet = new Set<string>();

  constructor(engine: LabEngine, random: Random) {
    this.#engine = engine;
    this.#random = random;
  }

  async makeNetworks(): Promise<void> {
    const names = this.#random.some(networkNames, this.#random.between(3, 5));
    for (const [index, name] of names.entries()) {
      const made = await this.#try('POST', '/networks/create', await this.#network(name, index));
      if (made) this.#networks.push(name);
    }
  }

  async #network(name: string, index: number) {
    const random = this.#random;
    const ipv4 = { Subnet: `10.${60 + index}.0.0/24` };
    const ipv6 = { Subnet: `fd00:60:${index}::/64` };
    const dual = random.chance(0.35);
    const kind = random.pick(kinds);
    if (kind === 'quiet') this.#quiet.add(name);
    const six = kind === 'six' && this.#engine.version !== '20.10';
    return {
      Name: name,
      CheckDuplicate: true,
      Driver: kind === 'macvlan' ? 'macvlan' : 'bridge',
      Internal: kind === 'internal',
      ...(six ? { EnableIPv4: false } : {}),
      EnableIPv6: dual || six,
      IPAM: { Config: six ? [ipv6] : dual ? [ipv4, ipv6] : [ipv4] },
      Options: {
        ...(kind === 'quiet' ? { 'com.docker.network.bridge.enable_icc': 'false' } : {}),
        ...(kind === 'macvlan' ? { parent: await this.#parent(index) } : {}),
      },
      Labels: labels,
    };
  }

  /** An interface of the engine's own that leads nowhere. */
  async #parent(index: number): Promise<string> {
    const name = `truth${index}`;
    const add = `ip link show ${name} || ip link add ${name} type veth peer name ${name}p && ip link set ${name} up && ip link set ${name}p up`;
    await this.#engine.exec(['sh', '-c', add]);
    return name;
  }

  async makeContainers(): Promise<void> {
    const names = this.#random.some(containerNames, this.#random.between(8, 10));
    if (this.#random.chance(0.2)) names.push(longName);
    for (const name of names) await this.#makeContainer(name);
  }

  async #makeContainer(name: string): Promise<void> {
    const random = this.#random;
    const mode = random.pick([
      'user',
      'user',
      'user',
      'user',
      'user',
      'user',
      'bridge',
      'bridge',
      'host',
      'none',
      'share',
    ]);
    const own = mode !== 'share' && mode !== 'host';
    const network = random.pick(this.#networks);
    const unnamed = random.chance(0.03);
    const query = unnamed ? '' : `?name=${encodeURIComponent(name)}`;
    const hostname = own && random.chance(0.3) ? random.pick(hostNames) : undefined;
    const extra = random.chance(0.2)
      ? [`extra:10.99.0.${random.between(1, 9)}`, 'db:10.99.1.1'].slice(0, random.between(1, 2))
      : [];
    const links = mode === 'bridge' ? this.#legacyLinks() : [];
    const body = {
      Image: busyboxImage,
      Labels: labels,
      ...(hostname ? { Hostname: hostname } : {}),
      HostConfig: {
        NetworkMode:
          mode === 'user' ? network : mode === 'share' ? `container:${random.pick(this.#containers)}` : mode,
        ...(mode === 'share' ? {} : { ExtraHosts: extra }),
        ...(own && random.chance(0.2) ? { DnsSearch: [random.pick(this.#networks)] } : {}),
        ...(own && random.chance(0.15) ? { DnsOptions: [`ndots:${random.between(1, 2)}`] } : {}),
        ...(mode === 'bridge' ? { Links: links } : {}),
      },
      ...(mode === 'user' ? { NetworkingConfig: { EndpointsConfig: { [network]: this.#endpoint() } } } : {}),
    };
    if (mode === 'share' && this.#containers.length === 0) return;
    const made = await this.#try<{ Id: string }>('POST', `/containers/create${query}`, body);
    if (!made) return;
    if (links.length > 0) this.#linked.add(made.Id);
    this.#containers.push(made.Id);
    this.#note(name, made.Id.slice(0, 12), hostname, ...extra.map((one) => one.split(':')[0]));
    if (mode === 'bridge') this.#onBridge.push(made.Id);
    if (random.chance(0.95)) await this.#try('POST', `/containers/${made.Id}/start`);
  }

  #legacyLinks(): string[] {
    const [target] = this.#random.chance(0.4) ? this.#random.some(this.#onBridge, 1) : [];
    if (!target) return [];
    this.#note('lnk');
    return [`${target}:lnk`];
  }

  #endpoint() {
    const random = this.#random;
    const aliases = random.chance(0.6) ? random.some(aliasNames, random.between(1, 2)) : [];
    const target = random.pick([...containerNames, ...aliasNames]);
    const link = random.pick(['lnk', 'db', 'Mixed', 'web']);
    const links = random.chance(0.2) ? [`${target}:${link}`] : [];
    this.#note(...aliases, ...(links.length > 0 ? [link] : []));
    const priority = this.#engine.version !== '20.10' && random.chance(0.15);
    return {
      Aliases: aliases,
      Links: links,
      ...(priority ? { GwPriority: random.between(-1, 2) } : {}),
    };
  }

  async live(): Promise<void> {
    const steps = this.#random.between(20, 30);
    for (let step = 0; step < steps; step++) await this.#step(this.#random.pick(this.#containers));
    for (const network of this.#networks) {
      for (const name of this.#random.some([...this.names], 2)) {
        this.names.add(`${name}.${network}`);
        this.names.add(`${name}.${this.#random.chance(0.5) ? network.toUpperCase() : network.toLowerCase()}`);
      }
    }
    for (const name of this.#random.some([...this.names], 4)) this.names.add(name.toUpperCase());
  }

  async #step(container: string): Promise<void> {
    const random = this.#random;
    const chosen = random.pick([...this.#networks, ...this.#networks, 'bridge']);
    // The engine fails half-way to connect these two, and leaves neither a connection nor none (28.5).
    if (this.#linked.has(container) && this.#quiet.has(chosen)) return;
    const network = encodeURIComponent(chosen);
    const act = random.pick([
      ...[
        'connect',
        'connect',
        'connect',
        'connect',
        'connect',
        'disconnect',
        'disconnect',
        'rename',
        'rename',
      ],
      ...['restart', 'stop', 'start', 'start', 'pause', 'unpause', 'write'],
    ]);
    if (act === 'connect') {
      const endpoint = network === 'bridge' ? {} : this.#endpoint();
      await this.#try('POST', `/networks/${network}/connect`, {
        Container: container,
        EndpointConfig: endpoint,
      });
    } else if (act === 'disconnect') {
      await this.#try('POST', `/networks/${network}/disconnect`, { Container: container });
    } else if (act === 'rename') {
      const name = random.pick([...containerNames, 'new-name', 'renamed']);
      this.#note(name);
      await this.#try('POST', `/containers/${container}/rename?name=${encodeURIComponent(name)}`);
    } else if (act === 'write') {
      await this.#write(container);
    } else {
      const wait = act === 'stop' || act === 'restart' ? '?t=0' : '';
      await this.#try('POST', `/containers/${container}/${act}${wait}`);
    }
  }

  /** A person's own line in the hosts file. */
  async #write(container: string): Promise<void> {
    const line = `10.98.0.${this.#random.between(1, 9)} manual ${this.#random.pick(aliasNames)}`;
    this.#note('manual');
    this.steps.push(`write ${container.slice(0, 12)} ${line}`);
    try {
      await execIn(this.#engine, container, ['sh', '-c', `echo '${line}' >> /etc/hosts`]);
    } catch (error) {
      if (!(error instanceof EngineApiError)) throw error;
    }
  }

  #note(...names: (string | undefined)[]): void {
    for (const name of names) if (name) this.names.add(name);
  }

  /** What the engine refuses is part of life. */
  async #try<T>(method: string, path: string, body?: unknown): Promise<T | undefined> {
    const step = `${method} ${path} ${body === undefined ? '' : JSON.stringify(body)}`;
    try {
      const answer = await api<T>(this.#engine.socket, method, path, body);
      this.steps.push(step);
      return answer ?? ({} as T);
    } catch (error) {
      if (!(error instanceof EngineApiError)) throw error;
      this.steps.push(`${step} → ${error.message.slice(0, 200)}`);
      return undefined;
    }
  }
}
