// Builds dist/: the extension as ES modules that are loaded piece by piece, and one file for each webview.

import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, context } from 'esbuild';

const production = !process.argv.includes('--watch');

/** What dockerode brings and nobody here uses: ssh2 (accepts every host key), gRPC sessions, native add-ons. */
const leaveOut = {
  name: 'leave-out',
  setup(bundle) {
    const unused =
      /\.node$|^ssh2$|^@grpc\/|^protobufjs|^\.\/session$|^\.\/buildkit$|^tar-fs$|^dockerignore|^@balena\/dockerignore$/;
    bundle.onResolve({ filter: unused }, ({ path }) => ({ path, namespace: 'left-out' }));
    bundle.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents:
        'const absent = function () { throw new Error("not part of this build"); };' +
        'module.exports = new Proxy(absent, { get: () => absent });',
    }));
  },
};

const shared = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
};

const extension = {
  ...shared,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  chunkNames: 'parts/[name]-[hash]',
  format: 'esm',
  splitting: true,
  platform: 'node',
  target: 'node22',
  external: ['vscode'],
  plugins: [leaveOut],
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);",
  },
};

const pages = existsSync('src/webview/pages')
  ? readdirSync('src/webview/pages').map((file) => `src/webview/pages/${file}`)
  : [];
const webviews = {
  ...shared,
  entryPoints: pages,
  outdir: 'dist/webview',
  format: 'iife',
  platform: 'browser',
  target: 'es2023',
  tsconfig: 'src/webview/tsconfig.json',
};

/**
 * Puts all that the extension imports at its start into dist/extension.js, for each further file costs time at every
 * start of the editor. The parts that share some of it and are loaded later find it there.
 */
async function joinStart({ outputs }) {
  const start = 'dist/extension.js';
  const chunks = [];
  const collect = (file) => {
    for (const { path, kind } of outputs[file].imports) {
      if (kind !== 'import-statement' || !outputs[path] || chunks.includes(path)) continue;
      chunks.push(path);
      collect(path);
    }
  };
  collect(start);
  const reExport = (pairs, place) =>
    `export { ${pairs.map(([from, to]) => `${from} as ${to}`).join(', ')} } from '${place}';`;
  const names = chunks.map((chunk, at) => outputs[chunk].exports.map((name) => [name, `part${at}_${name}`]));
  const all = chunks.map((chunk, at) => reExport(names[at], `./${relative('dist', chunk)}`));
  await build({
    ...extension,
    entryPoints: undefined,
    outdir: undefined,
    splitting: false,
    banner: {},
    stdin: { contents: ["export * from './extension.js';", ...all].join('\n'), resolveDir: 'dist' },
    outfile: start,
    allowOverwrite: true,
    plugins: [
      {
        name: 'keep-lazy',
        setup(bundle) {
          bundle.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) =>
            kind === 'dynamic-import'
              ? { path: `./${relative('dist', join(resolveDir, path))}`, external: true }
              : undefined,
          );
        },
      },
    ],
  });
  for (const [at, chunk] of chunks.entries()) {
    const back = names[at].map(([name, joined]) => [joined, name]);
    writeFileSync(chunk, reExport(back, relative(dirname(chunk), start)));
  }
}

rmSync('dist', { recursive: true, force: true });
if (production) {
  const built = await Promise.all([build(extension), build(webviews)]);
  await joinStart(built[0].metafile);
  writeFileSync('dist/meta.json', JSON.stringify(built.map((one) => one.metafile)));
} else {
  console.log('building');
  for (const options of [extension, webviews]) {
    const watched = await context(options);
    await watched.rebuild().catch(() => {});
    await watched.watch();
  }
  console.log('watching');
}
