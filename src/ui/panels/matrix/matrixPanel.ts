import { env, ThemeIcon, ViewColumn, window } from 'vscode';
import { messageOf } from '../../../core/errors.ts';
import type { Network } from '../../../core/model.ts';
import { type FromMatrixPage, fromMatrixPage, type MatrixState } from '../../../protocol/matrix.ts';
import { type Disposable, DisposableStore, toDisposable } from '../../../util/disposable.ts';
import type { Services } from '../../commands/command.ts';
import { chooseProbeImage, knownProbeImage } from '../hosts/chooseProbeImage.ts';
import { Page, pageOptions } from '../page.ts';
import { MatrixSession } from './matrixSession.ts';
import { matrixText } from './matrixText.ts';

const open = new Map<string, { reveal(): void }>();

/** Shows the Name Matrix of a network: the one that is open already, or a new one. */
export function showMatrix({ store, context }: Services, network: Pick<Network, 'id' | 'name'>): void {
  const shown = open.get(network.id);
  if (shown) return shown.reveal();
  const options = pageOptions(context.extensionUri);
  const title = `Names on ${network.name}`;
  const panel = window.createWebviewPanel('dockerNetworks.matrix', title, ViewColumn.Active, options);
  panel.iconPath = new ThemeIcon('table');
  open.set(network.id, panel);

  const owned = new DisposableStore();
  const session = owned.add(new MatrixSession(store, network, (state) => page.show(state)));
  const told = (act: Promise<void>) =>
    void act.catch((error: unknown) => {
      const code = (error as { code?: unknown } | undefined)?.code;
      if (code !== 'cancelled') void window.showErrorMessage(messageOf(error));
    });
  const measureWithProbe = async () => {
    const image = await chooseProbeImage(await store.engine());
    if (image) await session.measure(image);
  };
  const page = owned.add(
    new Page<MatrixState, FromMatrixPage>(panel, context.extensionUri, 'matrix', fromMatrixPage, {
      ready: () => told(session.read()),
      measure: () => told(session.measure(knownProbeImage())),
      probe: () => told(measureWithProbe()),
      cancel: () => session.cancel(),
      explain: ({ container, name }) => session.explain(container, name),
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
