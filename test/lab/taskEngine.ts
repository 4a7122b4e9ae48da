import { type LabEngine, runningEngine, startEngine } from './engine.ts';
import { type EngineVersion, engineVersions } from './engineSystem.ts';
import { makeImages } from './images.ts';

/** An engine with the lab's images for a task: the one at LAB_SOCKET where that is set, else one of its own. */
export async function openEngine(wanted: string): Promise<{ engine: LabEngine; close: () => Promise<void> }> {
  const version = engineVersions.find((one): one is EngineVersion => one === wanted);
  if (!version) throw new Error(`There is no engine ${wanted} here: choose ${engineVersions.join(' or ')}.`);
  const socket = process.env.LAB_SOCKET;
  const engine = socket ? runningEngine(socket) : await startEngine({ version });
  await makeImages(engine);
  return {
    engine,
    async close() {
      if (!socket) await engine.stop();
    },
  };
}
