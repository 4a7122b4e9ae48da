import { env, ThemeIcon, ViewColumn, type WebviewPanel, window } from 'vscode';
import { messageOf } from '../../../core/errors.ts';
import type { Network } from '../../../core/model.ts';
import {
  type FromMatrixPage,
  fromMatrixPage,
  type MatrixState,
  readSavedMatrix,
  type TableName,
} from '../../../protocol/matrix.ts';
import { type Disposable, DisposableStore, toDisposable } from '../../../util/disposable.ts';
import type { Services } from '../../commands/command.ts';
import { panelTypes } from '../../contributions.ts';
import { chooseProbeImage, knownProbeImage } from '../hosts/chooseProbeImage.ts';
import { Page, pageOptions } from '../page.ts';
import { MatrixSession } from './matrixSession.ts';
import { matrixText } from './matrixText.ts';

const open = new Map<string, { reveal(): void }>();

/** Shows the Name Matrix of a network: the one that is open already, or a new one. */
export function showMatrix(services: Services, network: Pick<Network, 'id' | 'name'>): void {
  const shown = open.get(network.id);
  if (shown) return shown.reveal();
  const options = pageOptions(services.context.extensionUri);
  const title = `Names on ${network.name}`;
  const panel = window.createWebviewPanel(panelTypes.matrix, title, ViewColumn.Active, options);
  fill(panel, services, network, 'names');
}

/** Fills a panel that was open before the window was reloaded. */
export async function restoreMatrix(panel: WebviewPanel, services: Services, state: unknown): Promise<void> {
  const saved = readSavedMatrix(state);
  if (!saved) {
    panel.dispose();
    return;
  }
  const { networks } = await services.store.current();
  const found =
    networks.find((one) => one.id === saved.id) ?? networks.find((one) => one.name === saved.name);
  fill(panel, services, found ?? saved, saved.table);
}

function fill(
  panel: WebviewPanel,
  { store, context }: Services,
  network: Pick<Network, 'id' | 'name'>,
  table: TableName,
): void {
  panel.iconPath = new ThemeIcon('table');
  open.set(network.id, panel);

  const owned = new DisposableStore();
  const session = owned.add(new MatrixSession(store, network, table, (state) => page.show(state)));
  const told = (act: Promise<void>) => void act.catch((error: unknown) => tellFailure(error));
  const measureWithProbe = async () => {
    const image = await chooseProbeImage(await store.engine());
    if (image) await session.measure(image);
  };
  const page = owned.add(
    new Page<MatrixState, FromMatrixPage>(panel, context.extensionUri, 'matrix', fromMatrixPage, {
      ready: () => told(session.read()),
      show: ({ table }) => told(session.show(table)),
      measure: () => told(session.measure(knownProbeImage())),
      probe: () => told(measureWithProbe()),
      cancel: () => session.cancel(),
      explain: ({ container, column }) => session.explain(container, column),
      copy: ({ as }) => void env.clipboard.writeText(matrixText(session.state, as)),
    }),
  );
  let watch: Disposable | undefined;
  const lookOrNot = () => {
    if (panel.visible) watch ??= store.watch();
    else {
      watch?.dispose();
      watch = undefined;
    }
  };
  owned.add(toDisposable(() => watch?.dispose()));
  owned.add(panel.onDidChangeViewState(lookOrNot));
  panel.onDidDispose(() => {
    open.delete(network.id);
    owned.dispose();
  });
  lookOrNot();
}

function tellFailure(error: unknown): void {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (code !== 'cancelled') void window.showErrorMessage(messageOf(error));
}
