interface VsCodeApi {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The door to the extension; there is one for each page, taken when it loads. */
export const vscode = acquireVsCodeApi();
