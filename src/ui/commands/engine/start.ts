import * as vscode from 'vscode';
import type { Command } from '../command.ts';

/** Shows the line that starts Docker here in a terminal; where it takes a password, Enter is left to the user. */
export const startEngineCommand: Command<object, void> = {
  ask: async () => [{}],
  async act() {
    const terminal = vscode.window.createTerminal('Start Docker');
    terminal.show();
    if (process.platform === 'darwin') terminal.sendText('open -a Docker');
    else if (process.platform === 'win32') terminal.sendText('docker desktop start');
    else terminal.sendText('sudo systemctl start docker', false);
  },
};
