import assert from 'node:assert/strict';
import type { ContainerDetails, EndpointDetails, Network } from '../../../src/core/model.ts';
import { hostsState } from '../../../src/ui/panels/hosts/hostsState.ts';
import { aContainer, aDetails, aNetwork, anEndpointDetails, anEngine, aSnapshot } from '../builders/model.ts';

const nothingRead = { error: 'not read' };

/** The page of a container that is on these networks, with these places. */
function pageOf(networks: Network[], endpoints: EndpointDetails[], given: Partial<ContainerDetails> = {}) {
  const container = aContainer({ networks: networks.map(({ id }) => id) });
  const details = aDetails({ endpoints, ...given });
  const world = {
    snapshot: aSnapshot({ engine: anEngine(), networks, containers: [container] }),
    details: new Map([[details.id, details]]),
    hosts: new Map(),
    resolv: new Map(),
  };
  return hostsState(
    { container, owner: container, details, world, hosts: nothingRead, resolv: nothingRead },
    { names: [], typed: new Set(), asking: new Set(), probeOffered: false },
  );
}

describe('the page of a container', () => {
  it('says for each network what is dealt, who is linked, and which one leads outside', () => {
    const mynet = aNetwork({
      subnets: [
        { subnet: '10.9.0.0/24', ipRange: '10.9.0.128/25', reserved: { router: '10.9.0.2' } },
        { subnet: 'fd00:9::/64', reserved: {} },
      ],
    });
    const other = aNetwork({ name: 'other' });
    const { places } = pageOf(
      [mynet, other],
      [
        anEndpointDetails({
          gateway: '10.9.0.1',
          ipv6Gateway: 'fd00:9::1',
          links: [{ container: 'db', alias: 'mydb' }],
        }),
        anEndpointDetails({ networkName: 'other', gateway: '172.20.0.1' }),
      ],
    );
    assert.deepEqual(
      places.map(({ network, subnets, route, links }) => ({ network, subnets, route, links })),
      [
        {
          network: 'mynet',
          subnets: ['10.9.0.0/24, deals from 10.9.0.128/25, 10.9.0.2 reserved for router', 'fd00:9::/64'],
          route: 'default route',
          links: ['db as mydb'],
        },
        { network: 'other', subnets: ['172.20.0.0/16'], route: '', links: [] },
      ],
    );
  });

  it('tells the ways out of both families apart where they differ, and what decided', () => {
    const { places } = pageOf(
      [aNetwork(), aNetwork({ name: 'six' })],
      [
        anEndpointDetails({ gateway: '172.20.0.1', gatewayPriority: 5 }),
        anEndpointDetails({ networkName: 'six', ipv6Gateway: 'fd00:9::1' }),
      ],
    );
    assert.deepEqual(
      places.map(({ route }) => route),
      ['default route for IPv4, priority 5', 'default route for IPv6'],
    );
  });

  it('explains the mode, with Docker’s page on it', () => {
    const { about, page } = pageOf([], []);
    assert.match(about, /embedded DNS/);
    assert.match(page, /^https:\/\/docs\.docker\.com\//);
  });
});
