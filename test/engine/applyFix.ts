import type { Fix } from '../../src/core/report.ts';
import { connectContainer } from '../../src/state/operations/connectContainer.ts';
import { createNetworkForBoth } from '../../src/state/operations/createNetworkForBoth.ts';
import { disconnectContainer } from '../../src/state/operations/disconnectContainer.ts';
import { repairContainer } from '../../src/state/operations/repairContainer.ts';
import { startContainer, unpauseContainer } from '../../src/state/operations/wakeContainer.ts';
import type { Store } from '../../src/state/store.ts';

const operations: Record<string, (store: Store, argument: never) => Promise<unknown>> = {
  connectContainer,
  createNetworkForBoth,
  disconnectContainer,
  repairContainer,
  startContainer,
  unpauseContainer,
};

/** Does what the button of a fix does. */
export async function applyFix(store: Store, { command, argument }: Fix): Promise<void> {
  const operation = operations[command.replace('dockerNetworks.', '')];
  if (!operation) throw new Error(`No operation is known for ${command}.`);
  await operation(store, argument as never);
}
