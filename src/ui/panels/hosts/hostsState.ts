import { dealingTexts } from '../../../core/addresses/subnetText.ts';
import { disagreement } from '../../../core/measure/disagreement.ts';
import { linkVariables } from '../../../core/measure/linkVariables.ts';
import type { Container, ContainerDetails, EndpointDetails, Network, Snapshot } from '../../../core/model.ts';
import { describeMode } from '../../../core/modes/describeMode.ts';
import { endpointOn } from '../../../core/names/endpointNames.ts';
import { type DefaultRoute, defaultRoute } from '../../../core/reachability/defaultRoute.ts';
import type { Measurement, MeasurementError, Prediction, Resolution } from '../../../core/report.ts';
import type { HostsState, NameRow, PlaceRow } from '../../../protocol/hosts.ts';
import type { ContainerWorld } from '../../../state/nameWorld.ts';
import { hostsSection, resolvSection } from './fileSections.ts';

/** What the page shows besides the container's own data. */
export interface Asked {
  names: Resolution[];
  typed: ReadonlySet<string>;
  asking: ReadonlySet<string>;
  notMeasured?: string;
  probeOffered: boolean;
  notice?: string;
}

/** The page of a container, from what is known of it. */
export function hostsState(around: ContainerWorld, asked: Asked): HostsState {
  const { container, owner, details, world, hosts, resolv } = around;
  const mode = describeMode(container.mode);
  const shares = owner.id === container.id ? undefined : owner.name;
  const ownerDetails = world.details.get(owner.id) ?? details;
  const places = placesOf(around, ownerDetails);
  const named = places
    .filter((place) => isUserDefined(world.snapshot, place.network))
    .map((place) => place.network);
  return {
    container: container.id,
    title: container.name,
    summary: `${container.state} · ${mode.title}${shares ? ` (${shares})` : ''}`,
    notice: asked.notice,
    about: mode.text,
    page: mode.page,
    places,
    hosts: hostsSection(hosts, shares, container.mode === 'host'),
    resolv: resolvSection(resolv, named),
    linkVariables: linkVariables(details, (reference) => findDetails(around, reference)),
    names: asked.names.map((resolution) => nameRow(resolution, asked)),
    notMeasured: asked.notMeasured,
    probeOffered: asked.probeOffered,
  };
}

function findDetails({ world }: ContainerWorld, reference: string): ContainerDetails | undefined {
  return [...world.details.values()].find((one) => one.name === reference || one.id === reference);
}

function placesOf({ world, owner }: ContainerWorld, details: ContainerDetails): PlaceRow[] {
  const route = defaultRoute(world, owner);
  return details.endpoints
    .map((one) => {
      const network = world.snapshot.networks.find((each) => endpointOn(details, each) === one);
      return placeRow(one, network, route);
    })
    .sort((a, b) => a.network.localeCompare(b.network));
}

function placeRow(one: EndpointDetails, network: Network | undefined, route: DefaultRoute): PlaceRow {
  return {
    network: one.networkName,
    subnets: network?.subnets.map((subnet) => [subnet.subnet, ...dealingTexts(subnet)].join(', ')) ?? [],
    address: [withLength(one.ipv4, one.ipv4PrefixLength), withLength(one.ipv6, one.ipv6PrefixLength)]
      .filter(Boolean)
      .join(', '),
    gateway: [one.gateway, one.ipv6Gateway].filter(Boolean).join(', '),
    route: network ? routeText(network.id, route, one.gatewayPriority) : '',
    aliases: one.aliases,
    links: one.links.map(({ container, alias }) => `${container} as ${alias}`),
  };
}

function routeText(network: string, { ipv4, ipv6 }: DefaultRoute, priority: number | undefined): string {
  const families = [ipv4 === network && 'IPv4', ipv6 === network && 'IPv6'].filter(Boolean);
  if (families.length === 0) return '';
  // Where both families go the same way, or there is only one, there is nothing to tell apart.
  const of = families.length === 1 && ipv4 && ipv6 ? ` for ${families[0]}` : '';
  return `default route${of}${priority ? `, priority ${priority}` : ''}`;
}

function withLength(address: string | undefined, length: number | undefined): string {
  return address ? `${address}${length === undefined ? '' : `/${length}`}` : '';
}

function isUserDefined(snapshot: Snapshot, name: string): boolean {
  return snapshot.networks.some((network) => network.name === name && !network.builtIn);
}

function nameRow(resolution: Resolution, { typed, asking }: Asked): NameRow {
  const { name, predicted, measured, agrees } = resolution;
  const loud = agrees === false && measured && !('error' in measured);
  return {
    name,
    typed: typed.has(name),
    predicted: predictedText(predicted),
    measured: measured && measuredCell(measured),
    asking: asking.has(name),
    agrees,
    why: loud ? `${disagreement(predicted, measured)} Predicted: ${predicted.why}` : whyOf(resolution),
  };
}

function predictedText({ addresses, source }: Prediction): string {
  if (source === 'unknown') return 'unknown';
  return source === 'upstream' ? 'asked outside' : list(addresses);
}

function measuredCell(measured: Measurement | MeasurementError): NonNullable<NameRow['measured']> {
  if ('error' in measured) return { text: 'could not be measured', detail: '', failed: true };
  const detail = measured.tool === 'none needed' ? '' : `${time(measured.ms)}, ${measured.tool}`;
  return { text: list(measured.addresses), detail, failed: false };
}

function whyOf({ predicted, measured }: Resolution): string {
  if (measured && 'error' in measured) return measured.error;
  if (predicted.why) return predicted.why;
  return measured?.network ? `on ${measured.network}` : '';
}

function list(addresses: readonly string[]): string {
  return addresses.length > 0 ? addresses.join(', ') : 'nothing';
}

function time(ms: number): string {
  return ms < 1 ? 'under 1 ms' : `${Math.round(ms)} ms`;
}

/** The state of a page whose container is gone, or that has nothing to show yet. */
export function emptyState(container: Pick<Container, 'id' | 'name'>, notice: string): HostsState {
  return {
    container: container.id,
    title: container.name,
    summary: '',
    notice,
    about: '',
    page: '',
    places: [],
    hosts: { lines: [] },
    resolv: { lines: [] },
    linkVariables: [],
    names: [],
    probeOffered: false,
  };
}
