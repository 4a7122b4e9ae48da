import type { Container, ContainerDetails, EndpointDetails, Network } from '../model.ts';
import { isUp, type NameWorld } from './world.ts';

/** The names under which Docker's embedded DNS knows one endpoint, the name that reverse lookups give first. */
export interface EndpointNames {
  sure: string[];
  /** Names that it may have: what the engine does not tell. */
  perhaps: string[];
}

const nobody: EndpointNames = { sure: [], perhaps: [] };

/**
 * The names of a container on a network, from what inspect tells; none while the container does not run.
 * Undefined where the container was not inspected.
 */
export function endpointNames(
  world: NameWorld,
  network: Network,
  container: Container,
): EndpointNames | undefined {
  if (!isUp(container)) return nobody;
  const details = world.details.get(container.id);
  const endpoint = details && endpointOn(details, network);
  if (!details) return undefined;
  if (!endpoint) return nobody;
  if (endpoint.dnsNames) return { sure: endpoint.dnsNames, perhaps: [] };
  if (network.builtIn) return namesOnDefaultBridge(world, container);

  const rest = [...endpoint.aliases, details.id.slice(0, 12), details.hostname];
  const unsure = generatedNamesUnknown(world) && looksGenerated(container, details);
  return unsure
    ? { sure: unique(rest), perhaps: [container.name] }
    : { sure: unique([container.name, ...rest]), perhaps: [] };
}

/** The endpoint of an inspected container on a network; by name where the engine leaves the id out. */
export function endpointOn(details: ContainerDetails, network: Network): EndpointDetails | undefined {
  return (
    details.endpoints.find((one) => one.networkId === network.id) ??
    details.endpoints.find((one) => one.networkId === '' && one.networkName === network.name)
  );
}

/**
 * The default bridge has no names but one: a container that is renamed while it runs gets its new name there, and engines
 * before 25 do not tell. Measured on 20.10 and 28.5.
 */
function namesOnDefaultBridge(world: NameWorld, container: Container): EndpointNames {
  return generatedNamesUnknown(world) && !composeNamed(container)
    ? { sure: [], perhaps: [container.name] }
    : nobody;
}

/** Engines before 25 do not answer to a name that they made up themselves, and do not tell which are such. */
function generatedNamesUnknown(world: NameWorld): boolean {
  return engineMajor(world) < 25;
}

function looksGenerated(container: Container, details: ContainerDetails): boolean {
  return /^[a-z]+_[a-z]+\d?$/.test(container.name) && !composeNamed(container) && !composeNamed(details);
}

function composeNamed(of: { labels: Record<string, string> }): boolean {
  return of.labels['com.docker.compose.project'] !== undefined;
}

/** The engine's major version; 0 where it is not known. */
export function engineMajor(world: Pick<NameWorld, 'snapshot'>): number {
  return Number.parseInt(world.snapshot.engine.version ?? '', 10) || 0;
}

function unique(names: string[]): string[] {
  return [...new Set(names.filter((name) => name !== ''))];
}
