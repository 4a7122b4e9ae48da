import { makeScenario } from '../scenario.ts';
import { openEngine } from '../taskEngine.ts';
import { userEngine } from '../userEngine.ts';
import { startUserWindow } from '../userWindow.ts';

/** The environment in which VS Code finds the engine: the user's own, else one of the lab's with the tutorials' scenario. */
async function engineEnvironment(): Promise<NodeJS.ProcessEnv> {
  const { endpoint, trouble } = await userEngine();
  if (endpoint !== undefined) {
    console.log(`Your Docker engine at ${endpoint} is used as it is; nothing is made on it.`);
    return {};
  }
  console.log(trouble);
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    console.log('Start Docker; or, on Linux, run this as root: then it makes a Docker engine of its own.');
    process.exit(1);
  }
  console.log('Starting a private Docker engine with the networks of the tutorials …');
  const { engine } = await openEngine('28.5');
  await makeScenario(engine);
  console.log(`It is there until you press Ctrl-C: export DOCKER_HOST=${engine.endpoint}`);
  return { DOCKER_HOST: engine.endpoint, DOCKER_CONTEXT: undefined };
}

try {
  await startUserWindow(await engineEnvironment());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
