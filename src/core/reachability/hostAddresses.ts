import type { Port } from '../model.ts';
import { engineMajor } from '../names/endpointNames.ts';
import type { Verdict } from '../report.ts';
import { networksOf, type Way } from './way.ts';

/** The ways to a container on the host's network: the host's own address on each network of the other one. */
export function verdictsToHost(way: Way): Verdict[] {
  const { world, fromOwner, to, port } = way;
  const listens =
    port === undefined ? '' : ` if a program listens on port ${port} and the host's firewall lets it in`;
  const verdicts = bridgeGateways(way).map(({ address, name }): Verdict => {
    const why = `${to.name} uses the host's network, and the host is ${address} on ${name}${listens}.`;
    return { target: address, network: name, predicted: 'yes', why };
  });
  if (verdicts.length > 0) return verdicts;
  const names = networksOf(world, fromOwner).map((one) => one.name);
  const why = `${to.name} uses the host's network, and the host has no address on ${names.join(' and ')}.`;
  return [{ target: to.name, predicted: 'no', why }];
}

/** The ways to a port that is published on the host, one for each address on which it is; none without a port. */
export function verdictsByPublishedPort(way: Way): Verdict[] {
  const { toOwner, port } = way;
  if (port === undefined || toOwner.mode === 'host' || way.fromOwner === toOwner) return [];
  const published = toOwner.ports.filter(
    (one) => one.port === port && one.protocol === 'tcp' && one.hostPort,
  );
  const ipv4 = published.filter((one) => !one.hostIp?.includes(':'));
  return ipv4.slice(0, 4).map((one) => byPublishedPort(way, one));
}

function byPublishedPort(way: Way, { port, hostPort, hostIp }: Port): Verdict {
  const { world, fromOwner, to, toOwner } = way;
  const verdict = (target: string, predicted: Verdict['predicted'], why: string): Verdict => ({
    target,
    hostPort,
    predicted,
    why,
  });
  if (networksOf(world, toOwner).every((one) => one.internal)) {
    return verdict(
      hostIp ?? to.name,
      'no',
      `${to.name} is only on internal networks, where published ports are not served.`,
    );
  }
  const anywhere = !hostIp || hostIp === '0.0.0.0';
  const listens = `Port ${port} of ${to.name} is published as port ${hostPort} of the host`;
  if (fromOwner.mode === 'host') {
    return verdict(
      anywhere ? '127.0.0.1' : hostIp,
      'yes',
      `${listens}, whose network ${fromOwner.name} uses.`,
    );
  }
  if (hostIp?.startsWith('127.')) {
    return verdict(hostIp, 'no', `${listens} on ${hostIp} alone, which only the host itself reaches.`);
  }
  const outward = networksOf(world, fromOwner).filter((one) => !one.internal);
  if (outward.length === 0) {
    return verdict(
      hostIp ?? to.name,
      'no',
      `${listens}, but nothing leads out of the internal networks of ${fromOwner.name}.`,
    );
  }
  const gateway = bridgeGateways(way).find((one) => !one.internal);
  if (!anywhere) return verdict(hostIp, 'yes', `${listens} on ${hostIp}.`);
  if (!gateway)
    return verdict(to.name, 'unknown', `${listens}, to which the LAN of ${fromOwner.name} must lead.`);
  return {
    ...verdict(gateway.address, 'yes', `${listens}, which is ${gateway.address} on ${gateway.name}.`),
    network: gateway.name,
  };
}

/** The host's own addresses on the bridges that a container is on. */
function bridgeGateways({ world, fromOwner }: Way): { address: string; name: string; internal: boolean }[] {
  return networksOf(world, fromOwner).flatMap(({ driver, name, internal, options, subnets }) => {
    const isolated =
      options['com.docker.network.bridge.gateway_mode_ipv4'] === 'isolated' && engineMajor(world) >= 27;
    const silent = isolated || options['com.docker.network.bridge.inhibit_ipv4'] === 'true';
    const address = subnets.find((one) => !one.subnet.includes(':'))?.gateway;
    return driver === 'bridge' && address && !silent ? [{ address, name, internal }] : [];
  });
}
