import assert from 'node:assert/strict';
import { ExpectedError } from '../../../src/core/errors.ts';
import { toCreateContainerBody } from '../../../src/docker/createContainerBody.ts';
import { toEndpointBody } from '../../../src/docker/endpointRecord.ts';

const sent = (body: object): unknown => JSON.parse(JSON.stringify(body));

describe('bodies for the engine', () => {
  it('have everything of an endpoint, and nothing that was not asked for', () => {
    const spec = {
      ipv4: '10.9.0.7',
      aliases: ['db'],
      links: [{ container: 'web', alias: 'w' }, { container: 'api' }],
      gatewayPriority: 5,
      driverOptions: { a: 'b' },
    };
    assert.deepEqual(sent(toEndpointBody(spec, '1.51')), {
      IPAMConfig: { IPv4Address: '10.9.0.7' },
      Aliases: ['db'],
      Links: ['web:w', 'api:api'],
      GwPriority: 5,
      DriverOpts: { a: 'b' },
    });
    assert.deepEqual(sent(toEndpointBody({}, '1.51')), {});
  });

  it('have no gateway priority for engines that would ignore it', () => {
    assert.throws(
      () => toEndpointBody({ gatewayPriority: 5 }, '1.47'),
      (error) => error instanceof ExpectedError && error.code === 'unsupported',
    );
    assert.deepEqual(sent(toEndpointBody({ gatewayPriority: 0 }, '1.41')), {});
  });

  it('put a new container on its one network, with ports, links and labels', () => {
    const body = toCreateContainerBody(
      {
        image: 'box:1',
        command: ['sleep', '1d'],
        networkMode: 'mynet',
        endpoint: { ipv4: '10.9.0.7' },
        portBindings: { '80/tcp': [{ hostPort: '8080' }], '90/udp': [{}] },
        labels: { a: 'b' },
      },
      '1.41',
    );
    assert.deepEqual(sent(body), {
      Image: 'box:1',
      Cmd: ['sleep', '1d'],
      Labels: { a: 'b' },
      ExposedPorts: { '80/tcp': {}, '90/udp': {} },
      HostConfig: {
        NetworkMode: 'mynet',
        PortBindings: {
          '80/tcp': [{ HostIp: '', HostPort: '8080' }],
          '90/udp': [{ HostIp: '', HostPort: '' }],
        },
        PublishAllPorts: false,
        AutoRemove: false,
      },
      NetworkingConfig: { EndpointsConfig: { mynet: { IPAMConfig: { IPv4Address: '10.9.0.7' } } } },
    });
    const linked = toCreateContainerBody(
      { image: 'box:1', networkMode: 'bridge', legacyLinks: [{ container: 'br1', alias: 'lnk' }] },
      '1.41',
    );
    assert.deepEqual((linked as { HostConfig: { Links: string[] } }).HostConfig.Links, ['br1:lnk']);
  });
});
