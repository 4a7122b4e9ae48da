import type { Container } from '../model.ts';
import type { NameWorld } from './world.ts';

/**
 * The container whose network a container uses: itself, or the one that it shares with, however many steps away.
 * Undefined where that one is gone.
 */
export function ownerOf(world: Pick<NameWorld, 'snapshot'>, container: Container): Container | undefined {
  let owner: Container | undefined = container;
  for (let steps = 0; owner?.mode === 'container' && steps < 10; steps++) {
    const next: string | undefined = owner.sharesWith;
    owner = world.snapshot.containers.find((one) => one.id === next);
  }
  return owner?.mode === 'container' ? undefined : owner;
}
