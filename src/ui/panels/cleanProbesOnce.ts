import type { Store } from '../../state/store.ts';
import type { Disposable } from '../../util/disposable.ts';

/** Removes the probe containers that an earlier session left behind, once the engine has answered for the first time. */
export function cleanProbesOnce(store: Store): Disposable {
  const listening = store.onDidChange(() => {
    if (store.snapshot.engine.state !== 'connected') return;
    listening.dispose();
    void clean(store).catch(() => {
      // They end by themselves, and the next session tries again.
    });
  });
  return listening;
}

/** The snapshot is without them, so the engine's own list is taken. */
async function clean(store: Store): Promise<void> {
  const [engine, { cleanProbes }] = await Promise.all([
    store.engine(),
    import('../../state/measure/probe.ts'),
  ]);
  await cleanProbes(engine, await engine.listContainers());
}
