import assert from 'node:assert/strict';
import { EndpointMemory, type RememberedEndpoint } from '../../../src/state/endpointMemory.ts';
import { anId } from '../builders/model.ts';

function remembered(container: string, networkName: string, ipv4?: string): RememberedEndpoint {
  return {
    container: anId(container),
    containerName: container,
    network: anId(networkName),
    networkName,
    endpoint: { ipv4 },
  };
}

describe('the memory of endpoints', () => {
  let saved: unknown;
  const storage = {
    load: () => saved,
    save: (all: readonly RememberedEndpoint[]) => {
      saved = structuredClone(all);
    },
  };

  beforeEach(() => {
    saved = undefined;
  });

  it('recalls the newest of a container on a network, also in the next window', () => {
    const memory = new EndpointMemory(storage);
    memory.remember(remembered('web', 'mynet', '10.0.0.1'));
    memory.remember(remembered('web', 'mynet', '10.0.0.2'));
    const network = { id: anId('mynet'), name: 'mynet' };
    assert.equal(memory.recall(anId('web'), network)?.endpoint.ipv4, '10.0.0.2');
    assert.equal(new EndpointMemory(storage).recall(anId('web'), network)?.endpoint.ipv4, '10.0.0.2');
    assert.equal(memory.all().length, 1);
  });

  it('takes a network of the same name for one that was made anew', () => {
    const memory = new EndpointMemory(storage);
    memory.remember(remembered('web', 'mynet', '10.0.0.1'));
    const anew = { id: anId('another'), name: 'mynet' };
    assert.equal(memory.recall(anId('web'), anew)?.endpoint.ipv4, '10.0.0.1');
    assert.equal(memory.recall(anId('db'), anew), undefined);
  });

  it('forgets', () => {
    const memory = new EndpointMemory(storage);
    memory.remember(remembered('web', 'mynet'));
    memory.forget(anId('web'), anId('mynet'));
    assert.deepEqual(saved, []);
  });

  it('keeps the newest 200', () => {
    const memory = new EndpointMemory(storage);
    for (let i = 0; i < 205; i++) memory.remember(remembered(`c${i}`, 'mynet'));
    assert.equal(memory.all().length, 200);
    assert.equal(memory.all()[0]!.containerName, 'c204');
  });

  it('lets go what it cannot read', () => {
    saved = [remembered('web', 'mynet'), 5, { container: 'x' }];
    assert.equal(new EndpointMemory(storage).all().length, 1);
    saved = 'rubbish';
    assert.deepEqual(new EndpointMemory(storage).all(), []);
  });
});
