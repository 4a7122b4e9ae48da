import type { CheckWorld, HostRoute } from './check.ts';

/**
 * Routes of the machine that are none of Docker's own bridges; none where the engine sits elsewhere, as in the virtual
 * machine of Docker Desktop: its default bridge is then not among them.
 */
export function foreignRoutes(world: CheckWorld): HostRoute[] {
  const routes = world.hostRoutes ?? [];
  const standard = world.snapshot.networks.find((one) => one.builtIn && one.name === 'bridge');
  const bridge = standard?.options['com.docker.network.bridge.name'] ?? 'docker0';
  const here = standard?.subnets.some(({ subnet }) =>
    routes.some((route) => route.interface === bridge && route.subnet === subnet),
  );
  if (standard && !here) return [];
  const own = new Set(world.snapshot.networks.map((one) => `br-${one.id.slice(0, 12)}`));
  for (const network of world.snapshot.networks) {
    const name = network.options['com.docker.network.bridge.name'];
    if (name) own.add(name);
  }
  return routes.filter((route) => !own.has(route.interface));
}
