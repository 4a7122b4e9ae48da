import type { Container, Network, Snapshot } from '../model.ts';

/** Undefined where the container can be connected to the network; else the sentence that says why not. */
export function connectable(network: Network, container: Container, snapshot?: Snapshot): string | undefined {
  return ofNetwork(network) ?? ofContainer(container, snapshot) ?? ofBoth(network, container);
}

/** Why no container can be connected to this network; undefined where some can. */
function ofNetwork(network: Network): string | undefined {
  if (isHost(network)) {
    return "A container cannot be connected to the host's network: it has to be made there. Run a new one on host.";
  }
  if (isNone(network)) {
    return 'A container cannot be connected to none, which means no network: disconnect it from all of its networks instead.';
  }
  if (network.ingress)
    return `${network.name} is the swarm's own network for published ports: no container can join it.`;
  if (network.scope === 'swarm' && !network.attachable) {
    return `${network.name} is for services of the swarm only: it was not made attachable.`;
  }
  return undefined;
}

/** Why this container can be connected to no network; undefined where it can. */
function ofContainer(container: Container, snapshot: Snapshot | undefined): string | undefined {
  const { name } = container;
  if (container.mode === 'container') {
    const owner = snapshot?.containers.find((one) => one.id === container.sharesWith);
    return owner
      ? `${name} has no network of its own: it shares ${owner.name}'s. Connect ${owner.name} instead.`
      : `${name} has no network of its own: it shares that of a container which is gone (${container.sharesWith?.slice(0, 12)}).`;
  }
  if (container.mode === 'host') {
    return `${name} uses the host's network as it is, and cannot be connected to another. Make it anew on a network.`;
  }
  if (isOnNone(container, snapshot)) {
    return `${name} is on none, which allows no other network. Disconnect it from none first.`;
  }
  if (container.state === 'restarting') {
    return `${name} is restarting over and over: the engine cannot connect it now. Stop it first, or wait until it runs.`;
  }
  if (container.state === 'removing' || container.state === 'dead') return `${name} is being removed.`;
  return undefined;
}

function ofBoth(network: Network, container: Container): string | undefined {
  return network.endpoints.some((one) => one.container === container.id)
    ? `${container.name} is on ${network.name} already.`
    : undefined;
}

/** Whether this is the network of the host itself. */
export function isHost(network: Network): boolean {
  return network.driver === 'host';
}

/** Whether this is the network none. */
export function isNone(network: Network): boolean {
  return network.driver === 'null';
}

/** Whether a container is on none now; one that was disconnected from it keeps the mode but may be connected. */
export function isOnNone(container: Container, snapshot: Snapshot | undefined): boolean {
  const none = snapshot?.networks.find(isNone);
  if (none)
    return (
      none.endpoints.some((one) => one.container === container.id) || container.networks.includes(none.id)
    );
  return container.mode === 'none' && container.networks.length > 0;
}
