import { parseAddress } from '../addresses/address.ts';
import type { Container } from '../model.ts';
import type { HostsFile, Prediction, ResolvFile } from '../report.ts';
import { sortAddresses } from './compare.ts';
import { engineMajor } from './endpointNames.ts';
import { placesInOrder } from './endpointOrder.ts';
import { explainFound } from './explainFound.ts';
import { lookUp } from './lookUp.ts';
import { embeddedDnsAddress } from './parseResolv.ts';
import { predictReverse } from './predictReverse.ts';
import { fitsDns, isPlainName, questionsFor } from './questions.ts';
import { brokenShare, ownerOf } from './sharing.ts';
import { whyUnknownToDocker } from './whyUnknownToDocker.ts';
import { containerOf, isUp, type NameWorld } from './world.ts';

/**
 * What a name means to a program in a container: its hosts file first, then Docker's embedded DNS, then the name servers
 * beyond, about which nothing is known. Throws `not-found` where there is no such container.
 */
export function predictName(world: NameWorld, containerId: string, name: string): Prediction {
  const container = containerOf(world, containerId);
  if (!isUp(container)) {
    return nothing(`${container.name} does not run, so no name means anything in it until it starts.`);
  }
  if (parseAddress(name)) return predictAddress(world, containerId, name);

  const owner = ownerOf(world, container) ?? container;
  const hosts = world.hosts.get(container.id) ?? world.hosts.get(owner.id);
  if (!hosts) return unknown(`The hosts file of ${container.name} was not read.`);
  const fromHosts = predictFromHosts(container, owner, hosts, name);
  if (fromHosts) return { ...fromHosts, network: networkOf(world, owner, fromHosts.addresses) };

  const broken = brokenShare(world, container);
  if (broken) return nothing(broken);
  if (owner.mode === 'none' && owner.networks.every((id) => isNone(world, id))) {
    return nothing(`${name} is not in the hosts file, and ${container.name} is on no network to ask anyone.`);
  }
  const resolv = world.resolv.get(container.id) ?? world.resolv.get(owner.id);
  if (!resolv) return unknown(`The resolv.conf of ${container.name} was not read.`);
  return predictFromDns(world, container, owner, resolv, name);
}

function predictAddress(world: NameWorld, containerId: string, address: string): Prediction {
  const { names } = predictReverse(world, containerId, address);
  const called = names.length > 0 ? `, and is called ${names.join(' ')} here` : '';
  return { addresses: [address], source: 'none', why: `${address} is an address already${called}.` };
}

function predictFromHosts(
  container: Container,
  owner: Container,
  hosts: HostsFile,
  name: string,
): Prediction | undefined {
  const wanted = name.toLowerCase();
  const entries = hosts.entries.filter((one) => one.names.some((known) => known.toLowerCase() === wanted));
  const [first] = entries;
  if (first) {
    const lines =
      entries.length > 1 ? `lines ${entries.map((one) => one.line).join(' and ')}` : `line ${first.line}`;
    const meaning = {
      engine: 'which the engine writes into every such file',
      self: owner === container ? `its own address` : `the address of ${owner.name}, whose network it shares`,
      link: `from its link to ${first.link?.container ?? 'another container'}`,
      'extra-host': 'an extra host that it was given',
      manual: 'added by hand',
    }[first.origin];
    return {
      addresses: sortAddresses(entries.map((one) => one.address)),
      source: 'hosts',
      why: `${name} stands in the hosts file of ${container.name}, ${lines}: ${meaning}.`,
    };
  }
  return hosts.truncated || hosts.binary
    ? unknown(`The hosts file of ${container.name} was not read to its end.`)
    : undefined;
}

function predictFromDns(
  world: NameWorld,
  container: Container,
  owner: Container,
  resolv: ResolvFile,
  name: string,
): Prediction {
  if (!fitsDns(name)) {
    return nothing(
      `The DNS cannot carry ${name.slice(0, 20)}…: no part of a name may have more than 63 characters.`,
    );
  }
  if (!isPlainName(name)) return unknown(`Programs differ in whether they ask the DNS for ${name}.`);
  const docker = whyUnknownToDocker(world, owner, name);
  if (!resolv.embeddedDns) {
    const servers = resolv.nameservers.join(' and ') || 'no name server';
    const asks = `${container.name} does not ask Docker's embedded DNS but ${servers}`;
    return { addresses: [], source: 'upstream', why: `${docker}; ${asks}.` };
  }
  if (resolv.nameservers[0] !== embeddedDnsAddress) {
    return unknown(
      `Docker's embedded DNS is not the first name server in ${container.name}, and programs differ.`,
    );
  }
  for (const question of questionsFor(name, resolv)) {
    const answer = lookUp(world, owner, question);
    if (answer && 'kind' in answer) return unknown(answer.why);
    if (answer) return explainFound(world, container, owner, name, question, answer.finds);
  }
  return forwarded(world, owner, resolv, name, docker);
}

/** What becomes of a question that Docker cannot answer itself. */
function forwarded(
  world: NameWorld,
  owner: Container,
  resolv: ResolvFile,
  name: string,
  docker: string,
): Prediction {
  const singleStays =
    resolv.options.some((option) => /^ndots:[1-9]/.test(option)) && resolv.search.length === 0;
  if (singleStays && !name.replace(/\.$/, '').includes('.')) {
    return nothing(`${docker}; Docker does not forward names without a dot, because ndots is set.`);
  }
  if (internalStaysInside(world) && !reachesOut(world, owner)) {
    return nothing(
      `${docker}; Docker forwards no question from a container that is only on internal networks.`,
    );
  }
  return {
    addresses: [],
    source: 'upstream',
    why: `${docker}; Docker forwards the question to the name servers beyond.`,
  };
}

/** moby: since 23.0.11, 25.0.5 and 26.0. */
function internalStaysInside(world: NameWorld): boolean {
  const [, minor = 0, patch = 0] = (world.snapshot.engine.version ?? '')
    .split('.')
    .map((one) => Number.parseInt(one, 10));
  const major = engineMajor(world);
  if (major === 25) return minor > 0 || patch >= 5;
  if (major === 23) return minor > 0 || patch >= 11;
  return major >= 26;
}

function reachesOut(world: NameWorld, owner: Container): boolean {
  return (placesInOrder(world, owner) ?? []).some(
    ({ network, endpoint }) =>
      !network.internal && (!!endpoint.gateway || !!endpoint.ipv6Gateway || network.driver !== 'bridge'),
  );
}

/** The network on which the first of the addresses is the container's own. */
function networkOf(world: NameWorld, owner: Container, [address]: string[]): string | undefined {
  return world.snapshot.networks.find((network) =>
    network.endpoints.some(
      (one) => one.container === owner.id && !!address && [one.ipv4, one.ipv6].includes(address),
    ),
  )?.name;
}

function isNone(world: NameWorld, network: string): boolean {
  return world.snapshot.networks.some((one) => one.id === network && one.driver === 'null');
}

function nothing(why: string): Prediction {
  return { addresses: [], source: 'none', why };
}

function unknown(why: string): Prediction {
  return { addresses: [], source: 'unknown', why };
}
