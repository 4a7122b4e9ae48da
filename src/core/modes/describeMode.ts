import type { ContainerMode, Network } from '../model.ts';

/** What a way of being on the network means for addresses, ports, names and isolation. */
export interface ModeDescription {
  /** What people call it, such as `default bridge`. */
  title: string;
  /** Two sentences. */
  text: string;
  /** Docker's own page about it. */
  page: string;
}

/** Explains a container's mode, or what a network of that kind means for the containers on it. */
export function describeMode(of: ContainerMode | Network): ModeDescription {
  const kind = typeof of === 'string' ? of : kindOfNetwork(of);
  return descriptions[kind];
}

type Kind = ContainerMode | 'internal' | 'macvlan' | 'ipvlan' | 'overlay' | 'gwbridge' | 'other';

function kindOfNetwork(network: Network): Kind {
  if (network.driver === 'host') return 'host';
  if (network.driver === 'null') return 'none';
  if (network.driver === 'bridge') {
    if (network.builtIn) return 'bridge';
    if (network.name === 'docker_gwbridge') return 'gwbridge';
    return network.internal ? 'internal' : 'user-defined';
  }
  if (network.driver === 'macvlan' || network.driver === 'ipvlan' || network.driver === 'overlay') {
    return network.driver;
  }
  return 'other';
}

const docs = 'https://docs.docker.com/engine/network';

const descriptions: Record<Kind, ModeDescription> = {
  bridge: {
    title: 'default bridge',
    text:
      'Each container gets an address of its own that Docker chooses, and its ports are reached from outside only where they are published. ' +
      'Containers here reach each other by address but Docker answers no names, and the network is kept apart from every other one.',
    page: `${docs}/drivers/bridge/#use-the-default-bridge-network`,
  },
  'user-defined': {
    title: 'user-defined network',
    text:
      'Each container gets an address of its own, which may be a static one, and its ports are reached from outside only where they are published. ' +
      "Containers on it find each other by name and alias through Docker's embedded DNS and reach every port of each other, and the network is kept apart from every other one.",
    page: `${docs}/drivers/bridge/`,
  },
  internal: {
    title: 'internal network',
    text:
      'Each container gets an address of its own, but nothing leads outside and published ports are not reached here. ' +
      'Containers on it find each other by name and reach every port of each other; nothing else reaches them but the machine itself.',
    page: 'https://docs.docker.com/reference/cli/docker/network/create/#internal',
  },
  host: {
    title: "host's network",
    text:
      "The container has no address of its own: it uses the host's addresses and ports directly, so nothing is published and two containers cannot listen on the same port. " +
      "It is not isolated from the host's network, names come from the host's own hosts file and name servers, and Docker answers no container names.",
    page: `${docs}/drivers/host/`,
  },
  none: {
    title: 'no network',
    text:
      'The container has only its loopback interface: no address, and no ports that anything could reach. ' +
      'It is isolated from everything, and no name can be looked up but those in its hosts file.',
    page: `${docs}/drivers/none/`,
  },
  container: {
    title: "another container's network",
    text:
      'The container has no address of its own: it shares addresses, ports, hosts file and names with the container whose network it uses, and both reach each other at localhost. ' +
      'It is as isolated as that container is, and loses its network when that container stops or is restarted.',
    page: `${docs}/#container-networks`,
  },
  macvlan: {
    title: 'macvlan network',
    text:
      "Each container appears on the parent interface's network with an address and a MAC address of its own, so every port is reached there without publishing. " +
      'Containers on it find each other by name; the host itself and containers on other networks do not reach them directly.',
    page: `${docs}/drivers/macvlan/`,
  },
  ipvlan: {
    title: 'ipvlan network',
    text:
      "Each container appears on the parent interface's network with an address of its own and the parent's MAC address, so every port is reached there without publishing. " +
      'Containers on it find each other by name; the host itself and containers on other networks do not reach them directly.',
    page: `${docs}/drivers/ipvlan/`,
  },
  overlay: {
    title: 'overlay network',
    text:
      'Containers and services on several machines of a swarm get addresses on one network, and published ports are reached through the swarm. ' +
      'They find each other by container and service name across machines, and the network is kept apart from every other one.',
    page: `${docs}/drivers/overlay/`,
  },
  gwbridge: {
    title: "swarm's way out",
    text:
      'Docker itself puts every container of an overlay network here, so that it has an address with a route outside. ' +
      'Containers do not reach each other over it, and Docker answers no names on it.',
    page: `${docs}/drivers/overlay/`,
  },
  other: {
    title: 'network of a plugin',
    text:
      'What addresses and ports mean here is decided by the driver, a plugin that was added to Docker. ' +
      "Containers on it find each other by name through Docker's embedded DNS; isolation is the driver's.",
    page: `${docs}/#drivers`,
  },
};
