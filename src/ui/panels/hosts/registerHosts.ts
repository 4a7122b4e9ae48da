import { type ExtensionContext, window } from 'vscode';
import type { Store } from '../../../state/store.ts';
import type { Disposable } from '../../../util/disposable.ts';

/** The type of the panel, as package.json's activation event has it. */
export const hostsViewType = 'dockerNetworks.hosts';

/** Removes the probe containers that an earlier session left behind, once the engine has answered for the first time. */
export function cleanProbesOnce(store: Store): Disposable {
  const listening = store.onDidChange(() => {
    if (store.snapshot.engine.state !== 'connected') return;
    listening.dispose();
    const { containers } = store.snapshot;
    void import('../../../state/measure/probe.ts')
      .then(async ({ cleanProbes }) => cleanProbes(await store.engine(), containers))
      .catch(() => {
        // They end by themselves, and the next session tries again.
      });
  });
  return listening;
}

/** Lets panels survive a reload of the window; the panel itself is loaded when there is one. */
export function registerHosts(context: ExtensionContext, store: Store): Disposable {
  return window.registerWebviewPanelSerializer(hostsViewType, {
    async deserializeWebviewPanel(panel, state: unknown) {
      const { restoreHosts } = await import('./hostsPanel.ts');
      await restoreHosts(panel, context, store, state);
    },
  });
}
