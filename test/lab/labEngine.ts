import { type LabEngine, runningEngine, startEngine } from './engine.ts';
import { type EngineVersion, engineVersions } from './engineSystem.ts';
import { makeImages } from './images.ts';

let starting: Promise<LabEngine> | undefined;

/** The text as an engine version of the lab; throws where it is none. */
export function engineVersionOf(text: string): EngineVersion {
  const version = engineVersions.find((one) => one === text);
  if (!version)
    throw new Error(`There is no engine ${text} in the lab: choose ${engineVersions.join(' or ')}.`);
  return version;
}

/**
 * The engine that this process's tests run on, with the lab's images: the one at LAB_SOCKET where that is set,
 * else one of version LAB_ENGINE (20.10 where it is not set), started once and stopped after the last test.
 */
export function labEngine(): Promise<LabEngine> {
  starting ??= prepare();
  return starting;
}

async function prepare(): Promise<LabEngine> {
  const socket = process.env.LAB_SOCKET;
  const version = engineVersionOf(process.env.LAB_ENGINE ?? '20.10');
  const engine = socket ? runningEngine(socket) : await startEngine({ version });
  await makeImages(engine);
  return engine;
}

after('stop the engine', async function () {
  this.timeout(60_000);
  if (!process.env.LAB_SOCKET) await (await starting)?.stop();
});
