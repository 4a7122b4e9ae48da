import type { ChangeSet, Snapshot } from '../core/model.ts';
import { equal } from '../util/equal.ts';

/** What differs between two snapshots. */
export function changeSet(before: Snapshot, after: Snapshot): ChangeSet {
  return {
    engine: !equal(before.engine, after.engine),
    networks: changes(before.networks, after.networks),
    containers: changes(before.containers, after.containers),
  };
}

/** The same with the containers that were started in between, whose records may be as they were. */
export function withStarted(change: ChangeSet, started: ReadonlySet<string>, after: Snapshot): ChangeSet {
  const { added, changed, removed } = change.containers;
  const also = after.containers
    .map(({ id }) => id)
    .filter((id) => started.has(id) && !added.includes(id) && !changed.includes(id));
  return { ...change, containers: { added, changed: [...changed, ...also], removed } };
}

/** Whether nothing differs. */
export function isEmpty({ engine, networks, containers }: ChangeSet): boolean {
  return (
    !engine &&
    [networks, containers].every((one) => !(one.added.length + one.changed.length + one.removed.length))
  );
}

/** The snapshot `after` with every record that did not change taken from `before`, so that identity tells what is new. */
export function keepUnchanged(before: Snapshot, after: Snapshot): Snapshot {
  return {
    engine: after.engine,
    networks: kept(before.networks, after.networks),
    containers: kept(before.containers, after.containers),
  };
}

function changes<T extends { id: string }>(before: readonly T[], after: readonly T[]): ChangeSet['networks'] {
  const old = new Map(before.map((one) => [one.id, one]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const one of after) {
    const was = old.get(one.id);
    if (!was) added.push(one.id);
    else if (!equal(was, one)) changed.push(one.id);
    old.delete(one.id);
  }
  return { added, changed, removed: [...old.keys()] };
}

function kept<T extends { id: string }>(before: readonly T[], after: readonly T[]): T[] {
  const old = new Map(before.map((one) => [one.id, one]));
  return after.map((one) => {
    const was = old.get(one.id);
    return was && equal(was, one) ? was : one;
  });
}
