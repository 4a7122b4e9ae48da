import assert from 'node:assert/strict';
import type { Container, Endpoint, Network, Snapshot, Subnet } from '../../../src/core/model.ts';
import { containerRow } from '../../../src/ui/tree/rows/containerRow.ts';
import { networkRow } from '../../../src/ui/tree/rows/networkRow.ts';
import { indexSnapshot } from '../../../src/ui/tree/treeIndex.ts';

const bbox7 = aContainer({ id: 'b7', name: 'bbox7' });
const sidecar = aContainer({ id: 'sc', name: 'sidecar', mode: 'container', sharesWith: 'b7', networks: [] });

describe('a network row', () => {
  it('says driver, subnets, and who runs and who does not', () => {
    const network = aNetwork({
      endpoints: [
        anEndpoint({ container: 'b7', name: 'bbox7' }),
        anEndpoint({ container: 'p', name: 'p', state: 'paused' }),
        anEndpoint({ container: 'o', name: 'o', state: 'exited' }),
      ],
    });
    const row = networkRow(network, indexSnapshot(aSnapshot([network], [])));
    assert.equal(row.description, 'bridge · 172.21.0.0/24 · 1 running, 1 paused, 1 stopped');
    assert.equal(
      row.accessible,
      'my_net2, user-defined network, bridge, 172.21.0.0/24, 1 running, 1 paused, 1 stopped',
    );
  });

  it('says that it is empty, internal, or a duplicate', () => {
    const one = aNetwork({ internal: true });
    const other = aNetwork({ id: 'other' });
    const row = networkRow(one, indexSnapshot(aSnapshot([one, other], [])));
    assert.equal(row.description, 'duplicate n2 · bridge · internal · 172.21.0.0/24 · empty');
    assert.notEqual(row.icon, networkRow(other, indexSnapshot(aSnapshot([other], []))).icon);
  });

  it('says what is dealt out of its subnets, and who may come to it in a swarm', () => {
    const subnets: Subnet[] = [
      { subnet: '10.9.0.0/24', ipRange: '10.9.0.128/25', reserved: { router: '10.9.0.2' } },
      { subnet: 'fd00:9::/64', reserved: {} },
    ];
    const dual = aNetwork({ ipv6: true, subnets });
    const described = (network: Network) => networkRow(network, indexSnapshot(aSnapshot([network], [])));
    assert.equal(
      described(dual).description,
      'bridge · 10.9.0.0/24 (deals from 10.9.0.128/25, 1 reserved) · fd00:9::/64 · empty',
    );
    const overlay = { driver: 'overlay', scope: 'swarm', subnets: [] };
    const open = described(aNetwork({ ...overlay, attachable: true }));
    assert.equal(open.description, 'overlay · swarm · attachable · empty');
    assert.ok(open.tokens.includes('connectable'));
    const closed = described(aNetwork({ ...overlay, ingress: true }));
    assert.equal(closed.description, 'overlay · swarm · ingress · empty');
    assert.ok(!closed.tokens.includes('connectable'));
  });

  it('tells what the built-in ones mean', () => {
    const endpoints = [anEndpoint({ container: 'b7', name: 'bbox7' })];
    const of = (over: Partial<Network>) => {
      const network = aNetwork({ builtIn: true, subnets: [], ...over });
      return networkRow(network, indexSnapshot(aSnapshot([network], [])));
    };
    assert.equal(of({ driver: 'bridge', endpoints }).description, 'default · 1 running · no names');
    assert.equal(of({ driver: 'host', endpoints }).description, "1 container shares the host's network");
    assert.equal(of({ driver: 'null', endpoints }).description, '1 container, loopback only');
    assert.ok(!of({ driver: 'host' }).tokens.includes('connectable'));
    assert.ok(!of({ driver: 'bridge' }).tokens.includes('userDefined'));
  });
});

describe('a container row', () => {
  const on = aNetwork({});
  const index = indexSnapshot(aSnapshot([on], [bbox7, sidecar]));

  it('says address, that it is static, and aliases', () => {
    const endpoint = anEndpoint({ staticIpv4: '172.21.0.7', aliases: ['eight'] });
    const row = containerRow(bbox7, { on, endpoint }, index);
    assert.equal(row.description, '172.21.0.7 · static · eight');
    assert.equal(row.accessible, 'bbox7, container, running, 172.21.0.7, static, eight');
  });

  it('says in words that a container does not run, and greys it', () => {
    const stopped = aContainer({ id: 'o', name: 'old_one', state: 'exited' });
    const row = containerRow(
      stopped,
      { on, endpoint: anEndpoint({ state: 'exited', ipv4: undefined }) },
      index,
    );
    assert.equal(row.description, 'exited · no address until it starts');
    assert.equal(row.mark, 'stopped');
  });

  it('stands under the container whose network it shares, and is flagged when that one is gone', () => {
    assert.deepEqual(index.sharers.get('b7'), ['sc']);
    assert.equal(containerRow(sidecar, { sharing: bbox7 }, index).description, 'shares the network of bbox7');
    const alone = indexSnapshot(aSnapshot([on], [sidecar]));
    assert.deepEqual(alone.loose, ['sc']);
    const row = containerRow(sidecar, { loose: true }, alone);
    assert.equal(row.description, 'shared the network of b7 that is gone');
    assert.equal(row.mark, 'broken');
    assert.ok(!row.tokens.includes('broken'), 'no repair is offered where there is none');
  });

  it('offers what can be done: no further network for one that shares, no leaving for one on the host', () => {
    assert.ok(!containerRow(sidecar, { sharing: bbox7 }, index).tokens.includes('connectable'));
    const host = aNetwork({ driver: 'host', builtIn: true });
    const row = containerRow(aContainer({ mode: 'host' }), { on: host, endpoint: anEndpoint({}) }, index);
    assert.ok(!row.tokens.includes('detachable'));
  });
});

function aNetwork(over: Partial<Network>): Network {
  return {
    ...{ id: 'n2', name: 'my_net2', driver: 'bridge', scope: 'local', builtIn: false, internal: false },
    ...{
      attachable: false,
      ingress: false,
      ipv6: false,
      options: {},
      labels: {},
      created: '',
      endpoints: [],
    },
    subnets: [{ subnet: '172.21.0.0/24', gateway: '172.21.0.1', reserved: {} }],
    ...over,
  };
}

function anEndpoint(over: Partial<Endpoint>): Endpoint {
  return { container: 'b7', name: 'bbox7', state: 'running', ipv4: '172.21.0.7', ...over };
}

function aContainer(over: Partial<Container>): Container {
  return {
    ...{ id: 'b7', name: 'bbox7', image: 'busybox', state: 'running', mode: 'user-defined' },
    ...{ networks: ['n2'], labels: {}, ports: [], created: '' },
    ...over,
  };
}

function aSnapshot(networks: Network[], containers: Container[]): Snapshot {
  return { engine: { state: 'connected', endpoint: 'unix:///var/run/docker.sock' }, networks, containers };
}
