import type { LabEngine } from './engine.ts';
import { openEngine } from './taskEngine.ts';

let opening: ReturnType<typeof openEngine> | undefined;

/**
 * The engine that this process's tests run on, with the lab's images: the one at LAB_SOCKET where that is set,
 * else one of version LAB_ENGINE (20.10 where it is not set), started once and stopped after the last test.
 */
export async function labEngine(): Promise<LabEngine> {
  opening ??= openEngine(process.env.LAB_ENGINE ?? '20.10');
  return (await opening).engine;
}

after('stop the engine', async function () {
  this.timeout(60_000);
  await (await opening)?.close();
});
