#!/usr/bin/env node
// Stands where @vscode/test-electron expects the program `code`: takes the same arguments, runs the tests in VS Code's
// own server with Chromium for its window, and ends with the tests' exit code.
import { isAbsolute } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { foldersIn, startServer } from './servers.ts';
import { temporaryFolder } from './temporary.ts';
import { fetchVsCode, type VsCodeVersion } from './vscode.ts';

const limit = 10 * 60_000;
const { values, positionals } = parseArgs({ strict: false, allowPositionals: true });
const opened = positionals.find((path) => isAbsolute(path)) ?? temporaryFolder();

const vscode = await fetchVsCode((process.env.LAB_VSCODE_VERSION ?? '1.139') as VsCodeVersion);
const server = await startServer(vscode, foldersIn(temporaryFolder()));
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
const log: string[] = [];

const exitCode = new Promise<number>((resolve) => {
  void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  page.once('close', () => resolve(1));
  page.once('crash', () => resolve(1));
  setTimeout(() => {
    console.error(`VS Code did not come to an end within ${limit / 60_000} minutes.`);
    resolve(2);
  }, limit).unref();
});
await page.exposeFunction('codeAutomationLog', (type: string, parts: unknown[]) => {
  log.push(
    `${type}: ${parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')}`,
  );
});

const remote = (path: unknown) => `vscode-remote://${server.authority}${String(path)}`;
const payload = JSON.stringify([
  ['extensionDevelopmentPath', remote(values.extensionDevelopmentPath)],
  ['extensionTestsPath', remote(values.extensionTestsPath)],
]);
await page.goto(`${server.url}?folder=${encodeURIComponent(opened)}&payload=${encodeURIComponent(payload)}`);
const code = await exitCode;
if (code > 1 || process.env.LAB_VERBOSE) console.log(`${log.join('\n')}\n${server.output()}`);
await browser.close();
await server.stop();
process.exit(code);
