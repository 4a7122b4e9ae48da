import { ExpectedError } from './errors.ts';
import type { Container, Network, Snapshot } from './model.ts';

/** The network of that id, name or unique start of an id. Throws `not-found`, or `invalid` where several match. */
export function findNetwork(snapshot: Snapshot, reference: string): Network {
  return find(snapshot.networks, reference, 'network');
}

/** The container of that id, name or unique start of an id. Throws `not-found`, or `invalid` where several match. */
export function findContainer(snapshot: Snapshot, reference: string): Container {
  return find(snapshot.containers, reference.startsWith('/') ? reference.slice(1) : reference, 'container');
}

function find<T extends { id: string; name: string }>(all: readonly T[], reference: string, noun: string): T {
  if (typeof reference !== 'string' || reference.trim() === '') {
    throw new ExpectedError('invalid', `Which ${noun}? Give its name, its id, or a unique start of its id.`);
  }
  const whole = all.find((one) => one.id === reference);
  if (whole) return whole;
  const named = all.filter((one) => one.name === reference);
  if (named.length === 1) return named[0]!;
  if (named.length > 1) {
    const ids = named.map((one) => one.id.slice(0, 12)).join(', ');
    throw new ExpectedError(
      'invalid',
      `${named.length} ${noun}s are called ${reference}: give one of the ids ${ids}.`,
    );
  }
  const started = all.filter((one) => one.id.startsWith(reference));
  if (started.length === 1) return started[0]!;
  if (started.length > 1) {
    const names = started.map((one) => one.name).join(', ');
    throw new ExpectedError(
      'invalid',
      `${started.length} ${noun}s have ids that start with ${reference}: ${names}.`,
    );
  }
  throw new ExpectedError('not-found', `There is no ${noun} ${reference}.`);
}
