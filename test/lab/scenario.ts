import type { LabEngine } from './engine.ts';
import { api } from './engineApi.ts';
import { bareImage, makeImages } from './images.ts';
import { connect, makeContainer, makeNetwork } from './things.ts';

const web = {
  command: ['httpd', '-f', '-p', '8080', '-h', '/www'],
  config: { ExposedPorts: { '8080/tcp': {} } },
};

/** The ids of the scenario's networks and containers, by name. */
export interface Scenario {
  networks: Record<'mynet' | 'my_net2', string>;
  containers: Record<
    | 'plain'
    | 'linked'
    | 'tomcat_net_1'
    | 'tomcat_net_2'
    | 'bbox7'
    | 'bbox8'
    | 'both'
    | 'on_host'
    | 'on_none'
    | 'sidecar'
    | 'old_one'
    | 'never_started'
    | 'bare',
    string
  >;
}

/**
 * Makes what the tutorials on Docker networking walk through: two containers on the default bridge, one linked to
 * the other; mynet with two web servers; my_net2 with fixed addresses; a container on both; one each on host, on none,
 * and in another's network; a stopped one, one that was never started, and one without a shell.
 */
export async function makeScenario(engine: LabEngine): Promise<Scenario> {
  await makeImages(engine);
  const [mynet, my_net2] = await Promise.all([
    makeNetwork(engine, 'mynet', { subnet: '192.168.0.0/16', gateway: '192.168.0.1' }),
    makeNetwork(engine, 'my_net2', { subnet: '172.21.0.0/24', gateway: '172.21.0.1' }),
  ]);
  const [bridge, first, second] = await Promise.all([
    makeBridged(engine),
    makeFirst(engine),
    makeSecond(engine),
  ]);
  const [both, on_host, on_none, bare] = await Promise.all([
    makeContainer(engine, 'both', { mode: 'mynet' }),
    makeContainer(engine, 'on_host', { mode: 'host' }),
    makeContainer(engine, 'on_none', { mode: 'none' }),
    makeContainer(engine, 'bare', { mode: 'mynet', image: bareImage }),
  ]);
  await connect(engine, 'my_net2', both);
  const containers = { ...bridge, ...first, ...second, both, on_host, on_none, bare };
  return { networks: { mynet, my_net2 }, containers };
}

async function makeBridged(engine: LabEngine) {
  const plain = await makeContainer(engine, 'plain');
  const linked = await makeContainer(engine, 'linked', { hostConfig: { Links: ['plain:pl'] } });
  return { plain, linked };
}

async function makeFirst(engine: LabEngine) {
  const mode = 'mynet';
  const tomcat_net_1 = await makeContainer(engine, 'tomcat_net_1', {
    ...web,
    mode,
    hostConfig: { PublishAllPorts: true },
  });
  const tomcat_net_2 = await makeContainer(engine, 'tomcat_net_2', { ...web, mode });
  const never_started = await makeContainer(engine, 'never_started', { mode, neverStart: true });
  return { tomcat_net_1, tomcat_net_2, never_started };
}

async function makeSecond(engine: LabEngine) {
  const mode = 'my_net2';
  const fixed = (address: string, aliases: string[] = []) => ({
    IPAMConfig: { IPv4Address: address },
    Aliases: aliases,
  });
  const bbox7 = await makeContainer(engine, 'bbox7', { mode, endpoint: fixed('172.21.0.7') });
  const bbox8 = await makeContainer(engine, 'bbox8', { mode, endpoint: fixed('172.21.0.8', ['eight']) });
  const sidecar = await makeContainer(engine, 'sidecar', { mode: `container:${bbox7}` });
  const old_one = await makeContainer(engine, 'old_one', { mode });
  await api(engine.socket, 'POST', `/containers/${old_one}/stop`);
  return { bbox7, bbox8, sidecar, old_one };
}
