import { type ComponentType, h, render } from 'preact';
import { dispatch, type Handlers, readMessage, type Shapes } from '../protocol/messages.ts';
import { vscode } from './vscodeApi.ts';

type StateMessage<State> = { type: 'state'; state: State };

/**
 * Shows a page for the state that the extension sends, each time anew, and keeps in VS Code what brings the page back after
 * a reload. `send` is how the page speaks.
 */
export function openPage<State, From extends { type: string }>(
  Page: ComponentType<{ state: State; send: (message: From) => void }>,
  shapes: Shapes<StateMessage<State>>,
  toSaved: (state: State) => unknown,
): void {
  const root = document.getElementById('page');
  if (!root) return;
  const send = (message: From) => vscode.postMessage(message);
  const handlers: Handlers<StateMessage<State>> = {
    state: ({ state }) => {
      vscode.setState(toSaved(state));
      render(h(Page, { state, send }), root);
    },
  };
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readMessage<StateMessage<State>>(data, shapes);
    if (message) dispatch(message, handlers);
  });
  vscode.postMessage({ type: 'ready' });
}
