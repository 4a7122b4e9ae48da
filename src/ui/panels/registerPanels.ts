import { type WebviewPanel, window } from 'vscode';
import { type Disposable, DisposableStore } from '../../util/disposable.ts';
import type { Services } from '../commands/command.ts';
import { panelTypes } from '../contributions.ts';

/** Lets panels survive a reload of the window; each kind is loaded when there is one. */
export function registerPanels(services: Services): Disposable {
  const { context, store } = services;
  const owned = new DisposableStore();
  const restore = (type: string, act: (panel: WebviewPanel, state: unknown) => Promise<void>) =>
    owned.add(window.registerWebviewPanelSerializer(type, { deserializeWebviewPanel: act }));
  restore(panelTypes.hosts, async (panel, state) => {
    const { restoreHosts } = await import('./hosts/hostsPanel.ts');
    await restoreHosts(panel, context, store, state);
  });
  restore(panelTypes.matrix, async (panel, state) => {
    const { restoreMatrix } = await import('./matrix/matrixPanel.ts');
    await restoreMatrix(panel, services, state);
  });
  restore(panelTypes.reachability, async (panel, state) => {
    const { restoreReachability } = await import('./reachability/reachabilityPanel.ts');
    await restoreReachability(panel, services, state);
  });
  return owned;
}
