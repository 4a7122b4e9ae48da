import type { Container } from '../../../core/model.ts';
import {
  restartContainer,
  startContainer,
  unpauseContainer,
} from '../../../state/operations/wakeContainer.ts';
import type { Store } from '../../../state/store.ts';
import { isRunning } from '../../tree/rows/row.ts';
import type { Command } from '../command.ts';
import { askContainer } from './askContainer.ts';

type Wake = Command<{ container: string }, void>;

export const startContainerCommand = wake(
  'Start Container',
  startContainer,
  ({ state }) => !isRunning(state),
);
export const restartContainerCommand = wake('Restart Container', restartContainer, () => true);
export const unpauseContainerCommand = wake(
  'Unpause Container',
  unpauseContainer,
  ({ state }) => state === 'paused',
);

function wake(
  title: string,
  act: (store: Store, argument: { container: string }) => Promise<void>,
  fits: (container: Container) => boolean,
): Wake {
  return {
    ask: (services, subject) =>
      askContainer(services, subject, title, fits, 'There is no container that this could be done to.'),
    act: ({ store }, argument) => act(store, argument),
    doing: title,
  };
}
