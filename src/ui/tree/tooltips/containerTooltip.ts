import type { MarkdownString } from 'vscode';
import type {
  Container,
  ContainerDetails,
  Endpoint,
  EndpointDetails,
  Network,
  Port,
} from '../../../core/model.ts';
import { describeMode } from '../../../core/modes/describeMode.ts';
import { endpointOn } from '../../../core/names/endpointNames.ts';
import { defaultRoute } from '../../../core/reachability/defaultRoute.ts';
import type { Store } from '../../../state/store.ts';
import { type Flag, stateWord } from '../rows/row.ts';
import { labelsOf } from './networkTooltip.ts';
import { Tip } from './tip.ts';

export async function containerTooltip(
  container: Container,
  store: Store,
  flags: readonly Flag[],
): Promise<MarkdownString> {
  const details = await inspected(container.id, store);
  const { snapshot } = store;
  const mode = describeMode(container.mode);
  const tip = new Tip().title(container.name, stateWord(container.state));
  for (const { sentence } of flags) tip.sentence(`⚠ ${sentence}`);
  if (details?.error) tip.line('Docker last said', details.error);
  tip.line('Id', container.id.slice(0, 12)).line('Image', container.image).line('Mode', mode.title);
  const owner = snapshot.containers.find(({ id }) => id === container.sharesWith);
  if (container.mode === 'container') tip.line('Shares the network of', owner?.name ?? container.sharesWith);

  const routes = details && routesOf(container, details, store);
  for (const network of snapshot.networks) {
    const endpoint = network.endpoints.find((one) => one.container === container.id);
    if (endpoint) tip.line('On', place(network, endpoint, details && endpointOn(details, network), routes));
  }
  for (const { container: target, alias } of container.links ?? [])
    tip.line('Links', `${target} as ${alias}`);
  tip
    .line('Ports', container.ports.map(portText).join(', '))
    .line('Compose', composeOf(container.labels))
    .line('Labels', labelsOf(container.labels));
  return tip.rule().sentence(mode.text).link("Docker's page on it", mode.page).done();
}

/** Asked past the store: what it learned would draw the row anew, and close the tooltip over it. */
async function inspected(id: string, store: Store): Promise<ContainerDetails | undefined> {
  try {
    return await (await store.engine()).inspectContainer(id);
  } catch {
    return undefined;
  }
}

/** Ids of the networks that give a default route. */
function routesOf(
  container: Container,
  details: ContainerDetails,
  { snapshot }: Store,
): Set<string | undefined> {
  const { ipv4, ipv6 } = defaultRoute({ snapshot, details: new Map([[details.id, details]]) }, container);
  return new Set([ipv4, ipv6]);
}

function place(
  network: Network,
  endpoint: Endpoint,
  details: EndpointDetails | undefined,
  routes: ReadonlySet<string | undefined> | undefined,
): string {
  const addresses = [
    endpoint.ipv4 && withPrefix(endpoint.ipv4, details?.ipv4PrefixLength),
    endpoint.ipv6 && withPrefix(endpoint.ipv6, details?.ipv6PrefixLength),
  ];
  const gateways = [endpoint.gateway ?? details?.gateway, details?.ipv6Gateway].filter(Boolean);
  const aliases = details?.aliases ?? endpoint.aliases ?? [];
  const parts = [
    ...addresses,
    endpoint.staticIpv4 && `static ${endpoint.staticIpv4}`,
    endpoint.staticIpv6 && `static ${endpoint.staticIpv6}`,
    endpoint.mac && `MAC ${endpoint.mac}`,
    gateways.length > 0 && `gateway ${gateways.join(' and ')}`,
    routes?.has(network.id) && 'gives the default route',
    endpoint.gatewayPriority && `gateway priority ${endpoint.gatewayPriority}`,
    aliases.length > 0 && `also called ${aliases.join(', ')}`,
    ...(details?.links ?? []).map(({ container, alias }) => `links ${container} as ${alias}`),
  ];
  const told = parts.filter(Boolean).join(', ');
  return told === '' ? network.name : `${network.name}: ${told}`;
}

function withPrefix(address: string, length: number | undefined): string {
  return length ? `${address}/${length}` : address;
}

function portText({ port, protocol, hostIp, hostPort }: Port): string {
  if (!hostPort) return `${port}/${protocol}`;
  const host = hostIp?.includes(':') ? `[${hostIp}]` : hostIp;
  return `${host ? `${host}:` : ''}${hostPort} → ${port}/${protocol}`;
}

function composeOf(labels: Readonly<Record<string, string>>): string | undefined {
  const project = labels['com.docker.compose.project'];
  const service = labels['com.docker.compose.service'];
  if (!project) return undefined;
  return service ? `service ${service} of project ${project}` : `project ${project}`;
}
