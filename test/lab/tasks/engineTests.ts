import { runMocha } from '../runMocha.ts';
import { openEngine } from '../taskEngine.ts';

const [version = '20.10', ...args] = process.argv.slice(2);
const { engine, close } = await openEngine(version);
const env = { ...process.env, LAB_ENGINE: version, LAB_SOCKET: engine.socket };
const code = await runMocha('test/engine/**/*.test.ts', ['--timeout', '120000', ...args], env);
await close();
process.exit(code);
