import * as vscode from 'vscode';
import { cancelled, ExpectedError } from '../../../core/errors.ts';
import { settings } from '../../contributions.ts';
import { askText } from '../../prompts/askText.ts';
import { back } from '../../prompts/frame.ts';
import type { Command } from '../command.ts';

/** An empty `host` leaves it to DOCKER_HOST, the context, and the usual sockets. */
export const chooseEngineCommand: Command<{ host: string }, void> = {
  async ask() {
    const host = await askText(
      { title: 'Choose Engine' },
      {
        value: vscode.workspace.getConfiguration().get<string>(settings.host, ''),
        prompt:
          'Where the Docker engine is. Empty: as the docker command finds it, by DOCKER_HOST or its context.',
        placeholder: 'unix:///var/run/docker.sock',
        check: (text) => (isAddress(text) ? { warnings: [] } : { refusal: refusal(), warnings: [] }),
      },
    );
    if (host === back) throw cancelled();
    return [{ host }];
  },
  async act(_services, { host }) {
    if (typeof host !== 'string' || !isAddress(host)) throw refusal();
    const target = vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration().update(settings.host, host || undefined, target);
  },
};

function isAddress(text: string): boolean {
  return text === '' || /^(unix|tcp|https?|npipe):\/\/./.test(text);
}

function refusal(): ExpectedError {
  return new ExpectedError(
    'invalid',
    'Give an address such as unix:///var/run/docker.sock or tcp://10.0.0.5:2376, or nothing.',
  );
}
