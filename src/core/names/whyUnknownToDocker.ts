import type { Container } from '../model.ts';
import { isUp, type NameWorld } from './world.ts';

/** Why Docker's embedded DNS does not answer a name in a container, as the first half of a sentence. */
export function whyUnknownToDocker(world: NameWorld, asker: Container, name: string): string {
  const wanted = name.replace(/\.$/, '').toLowerCase();
  const bearers = world.snapshot.containers.filter((one) => bears(world, one, wanted));
  const bearer = bearers.find(isUp) ?? bearers[0];
  return bearer ? whyNot(world, asker, bearer, name) : `Nothing in Docker is called ${name} here`;
}

function bears(world: NameWorld, container: Container, wanted: string): boolean {
  if (container.name.toLowerCase() === wanted) return true;
  const details = world.details.get(container.id);
  return !!details?.endpoints.some((one) => one.aliases.some((alias) => alias.toLowerCase() === wanted));
}

function whyNot(world: NameWorld, asker: Container, bearer: Container, name: string): string {
  const who = bearer.name === name ? name : `${name} (${bearer.name})`;
  if (!isUp(bearer)) return `${who} does not run, and a stopped container has no names`;
  if (bearer.mode === 'host') return `${who} uses the host's network, where Docker answers no names`;
  if (bearer.mode === 'none') return `${who} is on no network`;
  if (bearer.mode === 'container')
    return `${who} shares another container's network, and has no name of its own`;
  const named = world.snapshot.networks.filter((one) => bearer.networks.includes(one.id) && !one.builtIn);
  if (named.length === 0) return `${who} is only on the default bridge, where Docker answers no names`;
  if (named.some((one) => asker.networks.includes(one.id))) {
    return `${who} does not answer to that name on a network of ${asker.name}`;
  }
  const where = named.map((one) => one.name).join(' and ');
  return `${who} is only on ${where}, which ${asker.name} is not on`;
}
