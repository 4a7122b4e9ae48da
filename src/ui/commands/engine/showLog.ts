import type { Command } from '../command.ts';

export const showLogCommand: Command<object, void> = {
  ask: async () => [{}],
  act: async ({ log }) => log.show(),
};
