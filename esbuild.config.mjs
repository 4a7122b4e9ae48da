// Builds dist/: the extension as ES modules that are loaded piece by piece, and one file for each webview.

import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

rmSync('dist', { recursive: true, force: true });
if (production) {
  const built = await Promise.all([build(extension), build(webviews)]);
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
