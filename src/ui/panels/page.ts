import { Uri, type Webview, type WebviewOptions, type WebviewPanel } from 'vscode';
import { dispatch, type Handlers, readMessage, type Shapes } from '../../protocol/messages.ts';
import { type Disposable, DisposableStore } from '../../util/disposable.ts';

/** What a page may load, and no more. */
export function pageOptions(extension: Uri): WebviewOptions {
  const roots = [Uri.joinPath(extension, 'dist', 'webview'), Uri.joinPath(extension, 'media')];
  return { enableScripts: true, enableForms: false, localResourceRoots: roots };
}

/** A webview panel whose page has its whole state sent to it, when it says that it is ready and whenever the state is new. */
export class Page<State, From extends { type: string }> implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #owned = new DisposableStore();
  #state: State | undefined;
  #ready = false;

  /** `name` is that of the script in dist/webview and of the style sheet in media. */
  constructor(
    panel: WebviewPanel,
    extension: Uri,
    name: string,
    shapes: Shapes<From>,
    handlers: Handlers<From>,
  ) {
    this.#panel = panel;
    const { webview } = panel;
    webview.options = pageOptions(extension);
    this.#owned.add(
      webview.onDidReceiveMessage((value: unknown) => {
        const message = readMessage(value, shapes);
        if (!message) return;
        if (message.type === 'ready') this.#nowReady();
        dispatch(message, handlers);
      }),
    );
    this.#owned.add(
      panel.onDidChangeViewState(() => {
        // A hidden page is thrown away: it says ready anew when it is seen again.
        if (!panel.visible) this.#ready = false;
      }),
    );
    webview.html = html(webview, extension, name, panel.title);
  }

  show(state: State): void {
    this.#state = state;
    if (this.#ready) void this.#panel.webview.postMessage({ type: 'state', state });
  }

  #nowReady(): void {
    this.#ready = true;
    if (this.#state !== undefined) this.show(this.#state);
  }

  dispose(): void {
    this.#ready = false;
    this.#owned.dispose();
  }
}

function html(webview: Webview, extension: Uri, name: string, title: string): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const uri = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString();
  const own = webview.cspSource;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${own}; font-src ${own}; img-src ${own} data:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${uri('media', 'page.css')}">
<link rel="stylesheet" href="${uri('media', `${name}.css`)}">
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${uri('dist', 'webview', `${name}.js`)}"></script>
</body>
</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
