import assert from 'node:assert/strict';
import { toContainerDetails } from '../../../src/docker/containerDetailsRecord.ts';
import { toListedContainer } from '../../../src/docker/containerRecord.ts';

const id = '4cc03446f34d6e18f68e9950f1686435763b720f06a91cde0a0bf2232852e708';
const network = '51a2dab9b1a8e76fd65bbf63c0480cac68d0123aaccac3e047bce39e0e1e3cc9';
const endpoint = { NetworkID: network, EndpointID: 'e1', IPAddress: '10.77.0.2', Gateway: '10.77.0.1' };

const listed = (more: object) =>
  toListedContainer({
    Id: id,
    Names: ['/web'],
    Image: 'box:1',
    State: 'running',
    Created: 1790000000,
    ...more,
  });

/** What engine 20.10 (API 1.41) says of a container on mynet. */
const inspected = (more: object = {}, config: object = {}) =>
  toContainerDetails({
    Id: id,
    Name: '/web',
    Created: '2026-11-28T03:32:12.010123456Z',
    HostsPath: '/var/lib/docker/containers/x/hosts',
    State: { Status: 'running', Pid: 189, Error: '', StartedAt: '2026-11-28T03:32:12.346Z' },
    Mounts: [],
    Config: { Image: 'box:1', Hostname: 'webhost', Domainname: '', Env: ['A=1'], Labels: {}, ...config },
    HostConfig: { NetworkMode: 'mynet', Links: null, ExtraHosts: null, PortBindings: null },
    NetworkSettings: { Networks: { mynet: { ...endpoint, Aliases: ['www', id.slice(0, 12), 'webhost'] } } },
    ...more,
  });

describe('container records', () => {
  it('take their own name among the paths of links', () => {
    assert.equal(listed({ Names: ['/br3/lnk', '/web', '/br4/x'] }).name, 'web');
  });

  it('are one endpoint where a network was named by its short id', () => {
    const networks = { [network.slice(0, 12)]: endpoint, mynet: endpoint };
    const found = listed({ NetworkSettings: { Networks: networks } }).endpoints;
    assert.deepEqual(
      found.map((one) => one.networkName),
      ['mynet'],
    );
  });

  it('keep networks apart that have no endpoint yet', () => {
    const networks = { mynet: { NetworkID: '', EndpointID: '' }, other: { NetworkID: '', EndpointID: '' } };
    assert.equal(listed({ State: 'created', NetworkSettings: { Networks: networks } }).endpoints.length, 2);
  });

  it('may lack everything that Podman leaves out', () => {
    const container = listed({ Names: null, State: 'configured', Labels: null, Ports: null });
    assert.deepEqual(
      [container.name, container.state, container.networkMode, container.endpoints],
      [id.slice(0, 12), 'created', 'default', []],
    );
  });

  it('tell static addresses, and ports in order', () => {
    const container = listed({
      Ports: [
        { PrivatePort: 81, Type: 'udp' },
        { PrivatePort: 80, PublicPort: 8080, Type: 'tcp', IP: '0.0.0.0' },
      ],
      NetworkSettings: {
        Networks: { mynet: { ...endpoint, IPAMConfig: { IPv4Address: '10.77.0.2' }, GwPriority: 7 } },
      },
    });
    assert.equal(container.endpoints[0]?.staticIpv4, '10.77.0.2');
    assert.equal(container.endpoints[0]?.gatewayPriority, 7);
    assert.deepEqual(container.ports, [
      { port: 80, protocol: 'tcp', hostPort: 8080, hostIp: '0.0.0.0' },
      { port: 81, protocol: 'udp', hostPort: undefined, hostIp: undefined },
    ]);
  });

  it('lose the aliases that the older engine adds', () => {
    assert.deepEqual(inspected().endpoints[0]?.aliases, ['www']);
    const own = {
      NetworkSettings: { Networks: { mynet: { ...endpoint, Aliases: ['webhost', id.slice(0, 12)] } } },
    };
    assert.deepEqual(inspected(own).endpoints[0]?.aliases, ['webhost']);
    const none = { NetworkSettings: { Networks: { mynet: { ...endpoint, Aliases: null } } } };
    assert.deepEqual(inspected(none).endpoints[0]?.aliases, []);
  });

  it('tell links of both kinds', () => {
    const details = inspected({
      HostConfig: { NetworkMode: 'bridge', Links: ['/br1:/br3/lnk'] },
      NetworkSettings: { Networks: { mynet: { ...endpoint, Links: ['db:mydb'] } } },
    });
    assert.deepEqual(details.legacyLinks, [{ container: 'br1', alias: 'lnk' }]);
    assert.deepEqual(details.endpoints[0]?.links, [{ container: 'db', alias: 'mydb' }]);
  });

  it('tell what never ran apart from what runs', () => {
    const State = { Status: 'created', Pid: 0, Error: '', StartedAt: '0001-01-01T00:00:00Z' };
    const details = inspected({ State, HostsPath: '' });
    assert.deepEqual([details.startedAt, details.pid, details.error], [undefined, undefined, undefined]);
    assert.equal(inspected().startedAt, '2026-11-28T03:32:12.346Z');
  });

  it('tell published, merely exposed, and asked-for ports', () => {
    const Ports = { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }], '90/udp': null };
    const details = inspected(
      {
        HostConfig: { NetworkMode: 'mynet', PortBindings: { '80/tcp': [{ HostPort: '8080' }] } },
        NetworkSettings: { Networks: {}, Ports },
      },
      { ExposedPorts: { '80/tcp': {}, '99/tcp': {} } },
    );
    assert.deepEqual(
      details.ports.map(({ port, protocol, hostPort }) => [port, protocol, hostPort]),
      [
        [80, 'tcp', 8080],
        [90, 'udp', undefined],
        [99, 'tcp', undefined],
      ],
    );
    assert.deepEqual(details.portBindings, { '80/tcp': ['8080'] });
  });

  it('tell whose network a container shares', () => {
    const details = inspected({
      HostConfig: { NetworkMode: `container:${network}` },
      NetworkSettings: { Networks: {} },
    });
    assert.deepEqual([details.mode, details.sharesWith, details.endpoints], ['container', network, []]);
  });
});
