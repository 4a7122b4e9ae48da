import { homedir } from 'node:os';
import { messageOf } from '../../src/core/errors.ts';
import { connectEngine } from '../../src/docker/connectEngine.ts';
import { findEngine } from '../../src/docker/findEngine.ts';

/** The engine that the user has: where it is, and the sentence why it cannot be used where it cannot. */
export async function userEngine(): Promise<{ endpoint?: string; trouble?: string }> {
  try {
    const target = findEngine(undefined, process.env, homedir(), process.platform);
    const engine = await connectEngine(target, { timeLimit: 5000 });
    engine.close();
    return { endpoint: target.endpoint };
  } catch (error) {
    return { trouble: messageOf(error) };
  }
}
