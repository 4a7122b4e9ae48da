import assert from 'node:assert/strict';
import type { Snapshot } from '../../src/core/model.ts';
import type { Outside } from './stateOutside.ts';

type Places = Record<string, Record<string, object>>;

/** Who is on which network, by inspecting every container and every network one by one. */
export async function inspectedPlaces(outside: Outside): Promise<Places> {
  const networks = await outside.networks();
  const ids = new Set(networks.map(({ Id }) => Id));
  const places: Places = Object.fromEntries(networks.map(({ Id }) => [Id, {}]));
  for (const { Id } of await outside.containers()) {
    const { Name, State, NetworkSettings } = await outside.container(Id);
    for (const [key, endpoint] of Object.entries(NetworkSettings.Networks)) {
      const named = networks.find((network) => network.Name === key)?.Id;
      const network = endpoint.NetworkID === '' ? named : endpoint.NetworkID;
      if (!network || !ids.has(network)) continue;
      const held = await heldOn(outside, network, Id);
      // A connect that was refused leaves a trace in the container, and none in the network.
      if (!held && (State.Status === 'running' || State.Status === 'paused')) continue;
      places[network]![Id] = {
        name: Name.slice(1),
        state: State.Status,
        static: endpoint.IPAMConfig?.IPv4Address ?? '',
        ...(held ?? { ipv4: '', ipv6: '', mac: '' }),
      };
    }
  }
  return places;
}

/** Addresses as the network itself tells them: of running and paused containers only. */
async function heldOn(outside: Outside, network: string, container: string) {
  const held = (await outside.inspectNetwork(network)).Containers[container];
  const bare = (address: string) => address.replace(/\/.*/, '');
  return held && { ipv4: bare(held.IPv4Address), ipv6: bare(held.IPv6Address), mac: held.MacAddress };
}

/** The same of a snapshot. */
export function shownPlaces(snapshot: Snapshot): Places {
  return Object.fromEntries(
    snapshot.networks.map(({ id, endpoints }) => [
      id,
      Object.fromEntries(
        endpoints.map(({ container, name, state, staticIpv4, ipv4, ipv6, mac }) => [
          container,
          { name, state, static: staticIpv4 ?? '', ipv4: ipv4 ?? '', ipv6: ipv6 ?? '', mac: mac ?? '' },
        ]),
      ),
    ]),
  );
}

/** Fails with the difference where the snapshot does not say what inspecting says. */
export async function assertTrue(snapshot: Snapshot, outside: Outside): Promise<void> {
  assert.deepEqual(shownPlaces(snapshot), await inspectedPlaces(outside));
}

/** Tries again until `condition` passes; fails as it did last where it does not within half a minute. */
export async function eventually(condition: () => void | Promise<void>): Promise<void> {
  const limit = Date.now() + 30_000;
  for (;;) {
    try {
      return await condition();
    } catch (error) {
      if (Date.now() > limit) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
