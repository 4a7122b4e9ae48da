import { parseAddress } from '../addresses/address.ts';
import type { Container, Network, Port } from '../model.ts';
import type { PublishSpec, RunSpec } from '../specs.ts';
import { type Check, type CheckWorld, fine, firstRefusal, refuse } from './check.ts';

/** Whether the ports that a new container publishes on a network are free. */
export function checkPublished(spec: RunSpec, network: Network, world: CheckWorld): Check {
  const ports = spec.publish ?? [];
  return firstRefusal([
    ...ports.map((port) => () => checkPort(port)),
    ...ports.map((port, at) => () => againstOthers(port, ports.slice(0, at), world)),
    () =>
      network.internal && (ports.length > 0 || spec.publishAll)
        ? fine(`${network.name} is internal: Docker publishes no port of it, without saying so.`)
        : fine(),
  ]);
}

function checkPort(port: PublishSpec): Check {
  if (typeof port !== 'object' || port === null || !isPort(port.port)) {
    return refuse('invalid', `A port to publish is a number from 1 to 65535, not ${String(port?.port)}.`);
  }
  if (port.hostPort !== undefined && !isPort(port.hostPort)) {
    return refuse('invalid', `A port of the host is a number from 1 to 65535, not ${String(port.hostPort)}.`);
  }
  if (port.protocol !== undefined && !['tcp', 'udp', 'sctp'].includes(port.protocol)) {
    return refuse('invalid', `The protocol of a port is tcp, udp or sctp, not ${String(port.protocol)}.`);
  }
  return port.hostIp && !parseAddress(port.hostIp)
    ? refuse('invalid', `${port.hostIp} is no address that port ${port.port} could be published on.`)
    : fine();
}

function againstOthers(port: PublishSpec, before: readonly PublishSpec[], world: CheckWorld): Check {
  const { hostPort } = port;
  if (hostPort === undefined) return fine();
  const protocol = port.protocol ?? 'tcp';
  const twice = before.some(
    (one) =>
      one.hostPort === hostPort && (one.protocol ?? 'tcp') === protocol && sameHost(one.hostIp, port.hostIp),
  );
  if (twice) return refuse('invalid', `The port ${hostPort} of the host is given twice.`);
  const holder = world.snapshot.containers.find((one) => runs(one) && one.ports.some(isTaken));
  return holder
    ? refuse(
        'conflict',
        `The port ${hostPort} of the host is taken by ${holder.name}. Publish on another one.`,
      )
    : fine();

  function isTaken(other: Port): boolean {
    return other.hostPort === hostPort && other.protocol === protocol && sameHost(other.hostIp, port.hostIp);
  }
}

function sameHost(a: string | undefined, b: string | undefined): boolean {
  return isEvery(a) || isEvery(b) || a === b;
}

function isEvery(address: string | undefined): boolean {
  return !address || address === '0.0.0.0' || address === '::';
}

function isPort(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 65535;
}

function runs(container: Container): boolean {
  return container.state === 'running' || container.state === 'paused';
}
