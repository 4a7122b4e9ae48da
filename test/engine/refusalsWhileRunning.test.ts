import assert from 'node:assert/strict';
import { connectable } from '../../src/core/checks/connectable.ts';
import { findContainer, findNetwork } from '../../src/core/lookup.ts';
import { explain } from '../../src/core/refusals/explain.ts';
import type { LabEngine } from '../lab/engine.ts';
import { busyboxImage, labLabel } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { until } from '../lab/until.ts';
import { assertTold, provoked } from './refusalAsserts.ts';
import { RefusalWorld } from './refusalWorld.ts';

describe('what the engine refuses because of what runs', function () {
  this.timeout(180_000);
  let lab: LabEngine;
  let world: RefusalWorld;

  before(async () => {
    lab = await labEngine();
    world = await RefusalWorld.on(lab);
    await world.network({ name: 'run-net', subnets: [{ subnet: '10.78.0.0/24' }] });
  });
  after(() => world?.clear());

  it('names a container that restarts over and over, which 28.5 does not connect', async () => {
    const { Id } = await world.ask<{ Id: string }>('POST', '/containers/create?name=run-again', {
      Image: busyboxImage,
      Cmd: ['false'],
      Labels: { [labLabel]: 'refusals' },
      HostConfig: { RestartPolicy: { Name: 'always' } },
    });
    try {
      await world.port.startContainer(Id);
      // The engine waits twice as long before each start: long enough, after so many, to ask in between.
      await until(async () => {
        const { RestartCount, State } = await world.ask<{
          RestartCount: number;
          State: { Restarting: boolean };
        }>('GET', `/containers/${Id}/json`);
        return RestartCount >= 7 && State.Restarting;
      }, 120_000);
      const snapshot = await world.snapshot();
      const network = findNetwork(snapshot, 'run-net');
      assert.match(connectable(network, findContainer(snapshot, Id)) ?? '', /run-again is restarting/);
      // 20.10 would take it, and its endpoint outlive the container: the network could never be removed again.
      if (lab.version === '20.10') return;
      const refusal = await provoked(() => world.port.connect(network.id, Id, {}));
      const spec = { network: network.id, container: Id };
      assertTold(explain(refusal, { act: 'connect', snapshot, spec }), refusal, /run-again is restarting/);
    } finally {
      await world.port.removeContainer(Id);
    }
  });

  it('names a port that a program of the machine has', async () => {
    const program = await world.container('run-program', 'host', {
      command: ['httpd', '-f', '-p', '18099', '-h', '/www'],
    });
    await world.port.startContainer(program);
    await until(async () => (await lab.exec(['cat', '/proc/net/tcp', '/proc/net/tcp6'])).includes(':46B3 '));
    const id = await world.container('run-taker', 'run-net', {
      portBindings: { '80/tcp': [{ hostIp: '0.0.0.0', hostPort: '18099' }] },
    });
    const refusal = await provoked(() => world.port.startContainer(id));
    const spec = { image: busyboxImage, network: 'run-net', publish: [{ port: 80, hostPort: 18099 }] };
    const told = explain(refusal, { act: 'run', snapshot: await world.snapshot(), spec });
    assertTold(told, refusal, /The port 18099 is taken by a program on the engine's machine/);
  });
});
