import { deriveGateway } from '../../src/core/addresses/deriveGateway.ts';
import type { CheckWorld } from '../../src/core/checks/check.ts';
import type { Snapshot } from '../../src/core/model.ts';
import type { ContainerSpec, EnginePort } from '../../src/core/port.ts';
import type { EndpointSpec, NetworkSpec } from '../../src/core/specs.ts';
import { connectEngine } from '../../src/docker/connectEngine.ts';
import { buildSnapshot } from '../../src/state/buildSnapshot.ts';
import type { LabEngine } from '../lab/engine.ts';
import { api } from '../lab/engineApi.ts';
import { busyboxImage, labLabel } from '../lab/images.ts';

const labels = { [labLabel]: 'refusals' };

/** Networks and containers on a real engine for tests to be refused with, all of them removed in the end. */
export class RefusalWorld {
  readonly port: EnginePort;
  readonly #lab: LabEngine;
  readonly #containers: string[] = [];
  readonly #networks: string[] = [];

  private constructor(lab: LabEngine, port: EnginePort) {
    this.#lab = lab;
    this.port = port;
  }

  static async on(lab: LabEngine): Promise<RefusalWorld> {
    const { endpoint } = lab;
    return new RefusalWorld(
      lab,
      await connectEngine({ endpoint, name: 'lab', source: 'test', tried: [] }, { timeLimit: 60_000 }),
    );
  }

  async network(spec: NetworkSpec): Promise<string> {
    const id = await this.port.createNetwork({ ...spec, labels });
    this.#networks.push(id);
    return id;
  }

  async container(name: string, networkMode: string, given: Partial<ContainerSpec> = {}): Promise<string> {
    const made = { image: busyboxImage, name, networkMode, labels, ...given };
    const id = await this.port.createContainer(made);
    this.#containers.push(id);
    return id;
  }

  async running(name: string, networkMode: string, endpoint?: EndpointSpec): Promise<string> {
    const id = await this.container(name, networkMode, { ...(endpoint ? { endpoint } : {}) });
    await this.port.startContainer(id);
    return id;
  }

  /** Ends a container at once; it stays. */
  async kill(id: string): Promise<void> {
    await api(this.#lab.socket, 'POST', `/containers/${id}/kill`);
    await this.port.waitContainer(id);
  }

  /** Asks the engine something that the product never asks. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    return api<T>(this.#lab.socket, method, path, body);
  }

  async snapshot(): Promise<Snapshot> {
    const [networks, containers, version] = await Promise.all([
      this.port.listNetworks(),
      this.port.listContainers(),
      this.port.version(),
    ]);
    const { apiVersion } = version;
    const engine = { state: 'connected' as const, endpoint: this.port.endpoint, apiVersion };
    return buildSnapshot(engine, { networks, containers }, deriveGateway);
  }

  async checkWorld(): Promise<CheckWorld> {
    const [snapshot, facts] = await Promise.all([this.snapshot(), this.port.facts()]);
    return {
      snapshot,
      drivers: facts.networkDrivers,
      swarm: { active: facts.swarmActive, manager: facts.swarmManager },
    };
  }

  async clear(): Promise<void> {
    for (const id of this.#containers.splice(0)) await this.port.removeContainer(id);
    for (const id of this.#networks.splice(0)) await this.port.removeNetwork(id).catch(() => undefined);
    this.port.close();
  }
}
