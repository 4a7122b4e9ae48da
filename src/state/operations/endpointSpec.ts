import type { ContainerDetails, EndpointDetails } from '../../core/model.ts';
import type { EndpointSpec } from '../../core/specs.ts';

/** What would put a container on a network again as it was. */
export function endpointSpec(endpoint: EndpointDetails, swarm = false): EndpointSpec {
  const { staticIpv4, staticIpv6, aliases, links, gatewayPriority, driverOptions } = endpoint;
  return {
    // On swarm networks the engine writes the address that it dealt where a wish would stand.
    ...(staticIpv4 && !swarm ? { ipv4: staticIpv4 } : {}),
    ...(staticIpv6 && !swarm ? { ipv6: staticIpv6 } : {}),
    ...(aliases.length > 0 ? { aliases: [...aliases] } : {}),
    ...(links.length > 0 ? { links: links.map((link) => ({ ...link })) } : {}),
    ...(gatewayPriority ? { gatewayPriority } : {}),
    ...(Object.keys(driverOptions).length > 0 ? { driverOptions: { ...driverOptions } } : {}),
  };
}

/** The container's endpoint on a network, by id, by name where it never ran; undefined where it is not on it. */
export function endpointOn(
  details: ContainerDetails,
  network: { id: string; name: string },
): EndpointDetails | undefined {
  return (
    details.endpoints.find(({ networkId }) => networkId === network.id) ??
    details.endpoints.find(({ networkId, networkName }) => networkId === '' && networkName === network.name)
  );
}
