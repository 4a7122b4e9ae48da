import type { Container, Network, Snapshot } from '../model.ts';
import { and } from '../reachability/way.ts';
import type { KnownDetails, Problem } from './findProblems.ts';

/** Containers that publish ports and are on internal networks alone, where nobody is let in. */
export function publishedOnInternal(snapshot: Snapshot, details: KnownDetails): Problem[] {
  return snapshot.containers.flatMap((container) => {
    const networks = snapshot.networks.filter((one) => container.networks.includes(one.id));
    const ports = publishedPorts(container, details);
    if (ports.length === 0 || networks.length === 0 || !networks.every((one) => one.internal)) return [];
    return [problem(container, networks, ports)];
  });
}

function problem(container: Container, networks: Network[], ports: string[]): Problem {
  const which = ports.length === 1 ? `port ${ports[0]}` : `ports ${and(ports)}`;
  return {
    kind: 'published-on-internal',
    network: networks[0]!.id,
    container: container.id,
    sentence: `${container.name} publishes ${which} but is only on ${and(networks.map((one) => one.name))}, which is internal: nobody reaches a published port there. Connect it to a network that is not internal as well.`,
  };
}

function publishedPorts(container: Container, details: KnownDetails): string[] {
  const wished = Object.keys(details.get(container.id)?.portBindings ?? {}).map((one) => one.split('/')[0]!);
  const served = container.ports.filter((one) => one.hostPort !== undefined).map((one) => String(one.port));
  return [...new Set([...wished, ...served])];
}
