import { disagreement } from '../../../core/measure/disagreement.ts';
import { linkVariables } from '../../../core/measure/linkVariables.ts';
import type { Container, ContainerDetails, Snapshot } from '../../../core/model.ts';
import { describeMode } from '../../../core/modes/describeMode.ts';
import type { Measurement, MeasurementError, Resolution } from '../../../core/report.ts';
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
  const shares = owner.id === container.id ? undefined : owner.name;
  const ownerDetails = world.details.get(owner.id) ?? details;
  const places = placesOf(ownerDetails, world.snapshot);
  const named = places
    .filter((place) => isUserDefined(world.snapshot, place.network))
    .map((place) => place.network);
  return {
    container: container.id,
    title: container.name,
    summary: `${container.state} · ${describeMode(container.mode).title}${shares ? ` (${shares})` : ''}`,
    notice: asked.notice,
    about: describeMode(container.mode).text,
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

function placesOf(details: ContainerDetails, snapshot: Snapshot): PlaceRow[] {
  const wayOut = defaultRoute(details, snapshot);
  return details.endpoints
    .map((one) => ({
      network: one.networkName,
      address: [withLength(one.ipv4, one.ipv4PrefixLength), withLength(one.ipv6, one.ipv6PrefixLength)]
        .filter(Boolean)
        .join(', '),
      gateway: [one.gateway, one.ipv6Gateway].filter(Boolean).join(', '),
      defaultRoute: one === wayOut,
      aliases: one.aliases,
    }))
    .sort((a, b) => a.network.localeCompare(b.network));
}

function withLength(address: string | undefined, length: number | undefined): string {
  return address ? `${address}${length === undefined ? '' : `/${length}`}` : '';
}

/** The endpoint whose gateway leads outside: higher priority, then a network that is not internal, then by name (moby: sandbox.go). */
function defaultRoute(details: ContainerDetails, snapshot: Snapshot) {
  const internal = (name: string) => snapshot.networks.some((one) => one.name === name && one.internal);
  const [first] = details.endpoints
    .filter((one) => one.gateway)
    .sort(
      (a, b) =>
        (b.gatewayPriority ?? 0) - (a.gatewayPriority ?? 0) ||
        Number(internal(a.networkName)) - Number(internal(b.networkName)) ||
        (a.networkName < b.networkName ? -1 : 1),
    );
  return first;
}

function isUserDefined(snapshot: Snapshot, name: string): boolean {
  return snapshot.networks.some((network) => network.name === name && !network.builtIn);
}

function nameRow(resolution: Resolution, { typed, asking }: Asked): NameRow {
  const { name, predicted, measured, agrees } = resolution;
  const known = predicted.source !== 'unknown';
  const loud = agrees === false && measured && !('error' in measured);
  return {
    name,
    typed: typed.has(name),
    predicted: known || predicted.why ? (known ? list(predicted.addresses) : 'unknown') : undefined,
    measured: measured && measuredCell(measured),
    asking: asking.has(name),
    agrees,
    why: loud ? `${disagreement(predicted, measured)} Predicted: ${predicted.why}` : whyOf(resolution),
  };
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
    places: [],
    hosts: { lines: [] },
    resolv: { lines: [] },
    linkVariables: [],
    names: [],
    probeOffered: false,
  };
}
