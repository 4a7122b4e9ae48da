import { type ExtensionContext, window } from 'vscode';
import type { Store } from '../../../state/store.ts';
import type { Disposable } from '../../../util/disposable.ts';

/** The type of the panel, as package.json's activation event has it. */
export const hostsViewType = 'dockerNetworks.hosts';

/** Lets panels survive a reload of the window; the panel itself is loaded when there is one. */
export function registerHosts(context: ExtensionContext, store: Store): Disposable {
  return window.registerWebviewPanelSerializer(hostsViewType, {
    async deserializeWebviewPanel(panel, state: unknown) {
      const { restoreHosts } = await import('./hostsPanel.ts');
      await restoreHosts(panel, context, store, state);
    },
  });
}
