// Run in a fresh process: prints how long the built extension takes to load and activate, and how long an empty
// module takes to load, in milliseconds. VS Code is stood in for by something that is whatever it is asked to be.
import { readFileSync, writeFileSync } from 'node:fs';
import { builtinModules, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from './temporary.ts';

// The extension host has Node's own modules loaded long before.
const loaded = ['http', 'https', 'net', 'tls', 'crypto', 'zlib', 'stream', 'child_process', 'os', 'util'];
for (const name of loaded.filter((one) => builtinModules.includes(one))) await import(`node:${name}`);

const anything = `
  const anything = new Proxy(class {}, {
    get: (target, key) =>
      key === 'prototype' ? target.prototype
      : key === 'then' ? undefined
      : key === 'visible' ? false
      : key === Symbol.toPrimitive ? () => ''
      : key === Symbol.iterator ? () => [].values()
      : anything,
    apply: () => anything,
  });`;
const types = readFileSync('node_modules/@types/vscode/index.d.ts', 'utf8');
const declared = [...types.matchAll(/export (?:class|enum|namespace|const|let|function) (\w+)/g)];
const names = new Set(declared.map(([, name]) => name));
const source = `${anything}\n${[...names].map((name) => `export { anything as ${name} };`).join('\n')}`;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode' ? { url: 'lab:vscode', shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === 'lab:vscode' ? { format: 'module', source, shortCircuit: true } : next(url, context),
});

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

const vscode: string = 'lab:vscode';
await import(vscode);
const empty = join(temporaryFolder(), 'empty.mjs');
writeFileSync(empty, 'export function activate() {}');
const yardstick = await timed(async () => {
  const { activate } = (await import(pathToFileURL(empty).href)) as { activate: () => void };
  activate();
});
const own = await timed(async () => {
  const built = (await import(pathToFileURL(resolve('dist/extension.js')).href)) as {
    activate(context: unknown): unknown;
  };
  const { env } = (await import(vscode)) as { env: unknown };
  await built.activate({
    subscriptions: [],
    extensionUri: env,
    globalState: env,
    workspaceState: env,
    extension: env,
  });
});
console.log(JSON.stringify({ yardstick, own }));
process.exit(0);
