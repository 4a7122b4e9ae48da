import { startChild } from './children.ts';
import { packExtension } from './package.ts';
import { run } from './run.ts';
import { installExtension, startCodeServer } from './servers.ts';
import { hasProgram } from './systemPackages.ts';
import { temporaryFolder } from './temporary.ts';
import { fetchVsCode } from './vscode.ts';
import { addressOf, freshFolders } from './window.ts';

/** Whether this machine has VS Code's window: its command, a screen, and not only the command of a remote terminal. */
function hasDesktop(): boolean {
  const command = process.platform === 'win32' ? 'code.cmd' : 'code';
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasProgram(command) && Boolean(screen) && process.env.VSCODE_IPC_HOOK_CLI === undefined;
}

/** The user's own VS Code with the extension from this folder; resolves when its window is closed. */
async function openDesktop(env: NodeJS.ProcessEnv): Promise<void> {
  if ((await run('node', ['esbuild.config.mjs'])) !== 0) throw new Error('The extension does not build.');
  // VS Code refuses to run as root without folders of its own.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--user-data-dir', temporaryFolder()] : [];
  const args = ['--wait', '--new-window', `--extensionDevelopmentPath=${process.cwd()}`, ...asRoot];
  const child = startChild('code', args, {
    env: { ...process.env, ...env },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log('VS Code opens. Close its window, or press Ctrl-C, to end.');
  await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  process.exit(0);
}

/** VS Code in the browser with the packed extension; stays until Ctrl-C. */
async function openInBrowser(env: NodeJS.ProcessEnv): Promise<void> {
  if (process.platform !== 'linux') {
    throw new Error(
      'Please install VS Code and its command: "Shell Command: Install \'code\' command in PATH".',
    );
  }
  const vsix = await packExtension();
  const vscode = await fetchVsCode('1.139');
  const folders = freshFolders();
  await installExtension(vscode, folders, vsix);
  const server = await startCodeServer(vscode, folders, { env });
  console.log(`Press Ctrl-C to end. Docker Networks is in the activity bar.\n`);
  console.log(`Open ${addressOf(server.url, process.cwd())}`);
  await new Promise(() => setInterval(() => {}, 60_000));
}

/** Opens VS Code with the extension, the desktop one where there is one; `env` says which engine it finds. */
export async function startUserWindow(env: NodeJS.ProcessEnv): Promise<void> {
  await (hasDesktop() ? openDesktop(env) : openInBrowser(env));
}
