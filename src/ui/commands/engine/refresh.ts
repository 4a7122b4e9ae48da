import type { Command } from '../command.ts';

export const refreshCommand: Command<object, void> = {
  ask: async () => [{}],
  async act({ store }) {
    if (store.snapshot.engine.state === 'connected') await store.refresh();
    else await store.reconnect();
  },
  doing: 'Refreshing',
};
