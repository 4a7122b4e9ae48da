import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../lab/browser.ts';
import { vsix } from '../../lab/package.ts';
import { installExtension, type Server, startCodeServer } from '../../lab/servers.ts';
import { fetchVsCode, type VsCode } from '../../lab/vscode.ts';
import { addressOf, freshFolders } from '../../lab/window.ts';
import { Workbench } from './workbench.ts';

let installed: Promise<{ vscode: VsCode; extensions: string }> | undefined;

/** The newest VS Code with the packed extension in its folder, installed once for all windows. */
async function install(): Promise<{ vscode: VsCode; extensions: string }> {
  const vscode = await fetchVsCode('1.139');
  const folders = freshFolders();
  await installExtension(vscode, folders, vsix);
  return { vscode, extensions: folders.extensions };
}

/** A window of its own for the tests of one `describe`. */
export interface OpenWorkbench {
  /** Throws outside of tests. */
  readonly workbench: Workbench;
}

/**
 * Opens VS Code with the packed extension before the tests of a `describe`, and closes it after them.
 * A test that fails leaves a screenshot with its name. `env` reaches the extension, and so says which engine it finds.
 */
export function useWorkbench(env: NodeJS.ProcessEnv = {}): OpenWorkbench {
  let server: Server | undefined;
  let browser: Browser | undefined;
  let workbench: Workbench | undefined;

  before('VS Code opens', async () => {
    installed ??= install();
    const { vscode, extensions } = await installed;
    const fresh = freshFolders();
    server = await startCodeServer(vscode, { ...fresh, extensions }, { env });
    browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    await page.goto(addressOf(server.url, fresh.opened), { waitUntil: 'commit' });
    workbench = new Workbench(page);
    await workbench.ready();
  });

  afterEach('what a failed test saw', async function () {
    if (this.currentTest?.state === 'failed')
      await workbench?.screenshot(`failed-${this.currentTest.fullTitle()}`);
  });

  after('VS Code closes', async () => {
    await browser?.close();
    await server?.stop();
  });

  return {
    get workbench() {
      if (workbench === undefined) throw new Error('The window is not open yet.');
      return workbench;
    },
  };
}
