import * as vscode from 'vscode';
import type { DisconnectSpec } from '../../../core/specs.ts';
import { commandIds } from '../../contributions.ts';
import type { Services } from '../command.ts';

const button = 'Reconnect as Before';

/** Says what was disconnected, and offers the way back with the same address, aliases and links. */
export async function offerReconnect(
  { store, perform }: Services,
  done: readonly DisconnectSpec[],
): Promise<void> {
  const { networks, containers } = store.snapshot;
  const nameIn = (all: readonly { id: string; name: string }[], id: string) =>
    all.find((one) => one.id === id)?.name ?? id.slice(0, 12);
  const [first] = done;
  const what = done.length === 1 ? nameIn(containers, first!.container) : `${done.length} containers`;
  const from =
    new Set(done.map((one) => one.network)).size === 1 ? ` from ${nameIn(networks, first!.network)}` : '';
  const answer = await vscode.window.showInformationMessage(`Disconnected ${what}${from}.`, button);
  if (answer !== button) return;
  for (const { network, container } of done) {
    await perform({
      title: button,
      command: commandIds.reconnectContainer,
      argument: { network, container },
    });
  }
}
