import type { Network } from '../model.ts';
import { engineMajor } from '../names/endpointNames.ts';
import { defaultRoute } from './defaultRoute.ts';
import { and, endpointOf, type Judgement, networksOf, type Place, type Way } from './way.ts';

/** Whether one address of a container is reached from another, when nothing else is in the way. */
export function judgeAddress(way: Way, place: Place): Judgement {
  const judgement = onTheWire(way, place);
  if (judgement.predicted !== 'yes' || way.to.state !== 'paused') return judgement;
  const { to, port } = way;
  return port === undefined
    ? yes(`${to.name} is paused: it still answers a ping, but no program in it does anything.`)
    : unknown(`${to.name} is paused: a connection is taken, but no program in it answers.`);
}

function onTheWire(way: Way, place: Place): Judgement {
  const { fromOwner, port, to } = way;
  const { network } = place;
  if (fromOwner.mode === 'host') return fromHost(place);
  if (!endpointOf(network, fromOwner)) return acrossNetworks(way, place);
  const judgement = onSameNetwork(way, place);
  if (judgement.predicted !== 'yes' || port === undefined) return judgement;
  return yes(
    `${judgement.why.slice(0, -1)}, so port ${port} answers if a program of ${to.name} listens on it.`,
  );
}

function onSameNetwork(way: Way, { network, family }: Place): Judgement {
  const from = way.fromOwner;
  const { driver, name, options } = network;
  if (family === 'ipv6' && !endpointOf(network, from)?.ipv6) {
    return no(`${from.name} has no IPv6 address on ${name}.`);
  }
  const quiet = driver === 'bridge' && options['com.docker.network.bridge.enable_icc'] === 'false';
  if (quiet && isFiltered(way, family)) {
    return no(`Containers on ${name} are kept from each other: its inter-container communication is off.`);
  }
  const mode = options.macvlan_mode ?? options.ipvlan_flag;
  if (mode === 'private') return no(`Containers on ${name} are kept from each other: its mode is private.`);
  if (mode === 'vepa' || mode === 'passthru') {
    return unknown(`On ${name}, whose mode is ${mode}, it depends on the switch outside.`);
  }
  if (!['bridge', 'macvlan', 'ipvlan', 'overlay'].includes(driver)) {
    return unknown(`What ${name} lets through is decided by its driver ${driver}.`);
  }
  return yes(`Both are on ${name}.`);
}

/** The host reaches every bridge that has an address of its own. */
function fromHost({ network, family }: Place): Judgement {
  const { driver, name, options } = network;
  if (driver !== 'bridge')
    return no(`The host itself does not reach containers on ${name}, whose driver is ${driver}.`);
  if (options[gatewayMode(family)] === 'isolated')
    return no(`${name} is isolated: not even the host is on it.`);
  if (options['com.docker.network.bridge.inhibit_ipv4'] === 'true') {
    return unknown(`${name} gives the host no address, so it depends on the host's routes.`);
  }
  return yes(`The host reaches every container on ${name}.`);
}

function acrossNetworks(way: Way, { network, family }: Place): Judgement {
  const { world, fromOwner, to, port } = way;
  const own = networksOf(world, fromOwner);
  const outside = own.filter((one) => !one.internal);
  if (!isFiltered(way, family) && own.every((one) => one.driver === 'bridge'))
    return unfiltered(way, network);
  if (outside.length === 0) {
    return no(
      `${fromOwner.name} is only on ${and(own.map((one) => one.name))}, from where nothing leads out.`,
    );
  }
  if (network.internal) return no(`${network.name} is internal, and ${fromOwner.name} is not on it.`);
  const mode = engineMajor(world) >= 27 ? network.options[gatewayMode(family)] : undefined;
  if (mode === 'routed') {
    const open = port === undefined || to.ports.some((one) => one.port === port && isPublished(way, port));
    return open
      ? yes(
          `${network.name} is routed, and lets ${port === undefined ? 'a ping' : `the published port ${port}`} through.`,
        )
      : no(`${network.name} is routed, and lets only published ports through.`);
  }
  const lan = [network, ...outside].find((one) => ['macvlan', 'ipvlan'].includes(one.driver));
  if (lan) return unknown(`${lan.name} is on the LAN, whose routers decide.`);
  if (mode === 'nat-unprotected')
    return unknown(`${network.name} is unprotected, and the host's routes decide.`);
  return no(
    `${fromOwner.name} (${and(own.map((one) => one.name))}) is not on ${network.name}, and Docker keeps networks apart.`,
  );
}

/** Engines before 27 put no firewall between IPv6 networks (measured on 20.10 and 28.5). */
function isFiltered({ world }: Way, family: 'ipv4' | 'ipv6'): boolean {
  return family === 'ipv4' || engineMajor(world) >= 27;
}

/** The host hands on what has a route there and back. */
function unfiltered({ world, fromOwner, toOwner }: Way, network: Network): Judgement {
  for (const one of [fromOwner, toOwner]) {
    if (!defaultRoute(world, one).ipv6)
      return no(`${one.name} has no IPv6 route that leads out of its networks.`);
  }
  const inside = [network, ...networksOf(world, fromOwner)].find((one) => one.internal);
  if (inside)
    return unknown(`${inside.name} is internal, but this engine keeps IPv6 networks apart by no firewall.`);
  return yes(
    `This engine keeps IPv6 networks apart by no firewall: the host leads from ${fromOwner.name} to ${network.name}.`,
  );
}

/** A published port of a routed network has no port on the host, so the container's wishes decide. */
function isPublished({ world, toOwner }: Way, port: number): boolean {
  const wishes = Object.keys(world.details.get(toOwner.id)?.portBindings ?? {});
  return wishes.some((one) => one.split('/')[0] === String(port));
}

function gatewayMode(family: 'ipv4' | 'ipv6'): string {
  return `com.docker.network.bridge.gateway_mode_${family}`;
}

function yes(why: string): Judgement {
  return { predicted: 'yes', why };
}

function no(why: string): Judgement {
  return { predicted: 'no', why };
}

function unknown(why: string): Judgement {
  return { predicted: 'unknown', why };
}
