import type {
  ConnectSpec,
  DisconnectSpec,
  EndpointSpec,
  LinkSpec,
  NetworkSpec,
  PruneSpec,
  PublishSpec,
  RemoveSpec,
  RunNetwork,
  RunSpec,
  SubnetSpec,
} from '../../core/specs.ts';
import type { ReachabilityQuestion } from '../reachability.ts';
import { Argument, invalid, kindOf } from './argument.ts';

/** Reads a network to make from untrusted input. Throws `invalid` with the field's name. */
export function readNetworkSpec(value: unknown): NetworkSpec {
  const known = ['name', 'driver', 'subnets', 'ipv6', 'internal', 'attachable', 'options', 'labels'];
  const argument = new Argument(value, known);
  return given<NetworkSpec>({
    name: argument.text('name'),
    driver: argument.optionalText('driver'),
    subnets: argument.optionalList('subnets', readSubnet),
    ipv6: argument.optionalFlag('ipv6'),
    internal: argument.optionalFlag('internal'),
    attachable: argument.optionalFlag('attachable'),
    options: argument.optionalRecord('options'),
    labels: argument.optionalRecord('labels'),
  });
}

/** Reads how to connect which container to which network. Throws `invalid` with the field's name. */
export function readConnectSpec(value: unknown): ConnectSpec {
  const argument = new Argument(value, ['network', 'container', ...endpointFields]);
  return {
    network: argument.reference('network'),
    container: argument.reference('container'),
    ...readEndpoint(argument),
  };
}

/** Reads which container to disconnect from which network. Throws `invalid` with the field's name. */
export function readDisconnectSpec(value: unknown): DisconnectSpec {
  const argument = new Argument(value, ['network', 'container', 'force']);
  return given<DisconnectSpec>({
    network: argument.reference('network'),
    container: argument.reference('container'),
    force: argument.optionalFlag('force'),
  });
}

/** Reads which network to remove. Throws `invalid` with the field's name. */
export function readRemoveSpec(value: unknown): RemoveSpec {
  const argument = new Argument(value, ['network', 'disconnectContainers']);
  return given<RemoveSpec>({
    network: argument.reference('network'),
    disconnectContainers: argument.optionalFlag('disconnectContainers'),
  });
}

/** Reads which networks to prune; nothing given means those that nobody uses. Throws `invalid` with the field's name. */
export function readPruneSpec(value: unknown): PruneSpec {
  const argument = new Argument(value ?? {}, ['networks']);
  return given<PruneSpec>({ networks: argument.optionalTexts('networks') });
}

/** Reads a container to run. Throws `invalid` with the field's name. */
export function readRunSpec(value: unknown): RunSpec {
  const argument = new Argument(value, [
    ...['image', 'name', 'network', 'ipv4', 'ipv6', 'aliases', 'links'],
    ...['command', 'publish', 'publishAll', 'labels'],
  ]);
  const image = argument.text('image');
  if (image.trim() === '') throw invalid('“image” is empty: give the name of an image.');
  return given<RunSpec>({
    image,
    name: argument.optionalText('name'),
    network: argument.has('network') ? readRunNetwork(argument.raw('network')) : undefined,
    ipv4: argument.optionalText('ipv4'),
    ipv6: argument.optionalText('ipv6'),
    aliases: argument.optionalTexts('aliases'),
    links: argument.optionalList('links', readLink),
    command: argument.optionalTexts('command'),
    publish: argument.optionalList('publish', readPublish),
    publishAll: argument.optionalFlag('publishAll'),
    labels: argument.optionalRecord('labels'),
  });
}

/** Reads an argument that is one container. Throws `invalid`. */
export function readContainerRef(value: unknown): { container: string } {
  return { container: new Argument(value, ['container']).reference('container') };
}

/** Reads an argument that is one network. Throws `invalid`. */
export function readNetworkRef(value: unknown): { network: string } {
  return { network: new Argument(value, ['network']).reference('network') };
}

/** Reads from which container to which one is asked, over which port, and by which name where one is meant. Throws `invalid`. */
export function readReachabilityQuestion(value: unknown): ReachabilityQuestion {
  const argument = new Argument(value, ['from', 'to', 'port', 'name']);
  return given<ReachabilityQuestion>({
    from: argument.reference('from'),
    to: argument.reference('to'),
    port: argument.optionalInteger('port'),
    name: argument.optionalText('name'),
  });
}

/** Reads a container and a network that may be left out. Throws `invalid`. */
export function readContainerOnNetwork(value: unknown): { container: string; network?: string } {
  const argument = new Argument(value, ['container', 'network']);
  return given<{ container: string; network?: string }>({
    container: argument.reference('container'),
    network: argument.has('network') ? argument.reference('network') : undefined,
  });
}

const endpointFields = ['ipv4', 'ipv6', 'aliases', 'links', 'gatewayPriority', 'driverOptions'];

function readEndpoint(argument: Argument): EndpointSpec {
  return given<EndpointSpec>({
    ipv4: argument.optionalText('ipv4'),
    ipv6: argument.optionalText('ipv6'),
    aliases: argument.optionalTexts('aliases'),
    links: argument.optionalList('links', readLink),
    gatewayPriority: argument.optionalInteger('gatewayPriority'),
    driverOptions: argument.optionalRecord('driverOptions'),
  });
}

function readSubnet(value: unknown, path: string): SubnetSpec {
  const argument = new Argument(value, ['subnet', 'gateway', 'ipRange', 'reserved'], `${path}.`);
  return given<SubnetSpec>({
    subnet: argument.text('subnet'),
    gateway: argument.optionalText('gateway'),
    ipRange: argument.optionalText('ipRange'),
    reserved: argument.optionalRecord('reserved'),
  });
}

function readLink(value: unknown, path: string): LinkSpec {
  const argument = new Argument(value, ['container', 'alias'], `${path}.`);
  return given<LinkSpec>({
    container: argument.reference('container'),
    alias: argument.optionalText('alias'),
  });
}

function readPublish(value: unknown, path: string): PublishSpec {
  const argument = new Argument(value, ['port', 'protocol', 'hostPort', 'hostIp'], `${path}.`);
  const protocol = argument.optionalText('protocol');
  if (protocol !== undefined && !isProtocol(protocol)) {
    throw invalid(`“${path}.protocol” must be tcp, udp or sctp, but it is ${kindOf(protocol)}.`);
  }
  return given<PublishSpec>({
    port: portNumber(argument.integer('port'), `${path}.port`),
    protocol,
    hostPort: argument.has('hostPort')
      ? portNumber(argument.integer('hostPort'), `${path}.hostPort`)
      : undefined,
    hostIp: argument.optionalText('hostIp'),
  });
}

function readRunNetwork(value: unknown): RunNetwork {
  if (typeof value === 'string') {
    if (value.trim() === '') throw invalid('“network” is empty: give a name or an id.');
    return value;
  }
  const argument = new Argument(value, ['mode', 'shareWith'], 'network.');
  if (argument.has('shareWith') === argument.has('mode')) {
    throw invalid('“network” must be a name, or have either “mode” or “shareWith”.');
  }
  if (argument.has('shareWith')) return { shareWith: argument.reference('shareWith') };
  const mode = argument.text('mode');
  if (mode === 'bridge' || mode === 'host' || mode === 'none') return { mode };
  throw invalid(`“network.mode” must be bridge, host or none, but it is ${kindOf(mode)}.`);
}

function portNumber(value: number, path: string): number {
  if (value >= 1 && value <= 65_535) return value;
  throw invalid(`“${path}” must be a port from 1 to 65535, but it is ${value}.`);
}

function isProtocol(text: string): text is 'tcp' | 'udp' | 'sctp' {
  return text === 'tcp' || text === 'udp' || text === 'sctp';
}

/** Without the fields that are undefined. */
function given<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
