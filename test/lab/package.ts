import { createVSIX } from '@vscode/vsce';
import { run } from './run.ts';

export const vsix = 'dist/docker-network-explorer.vsix';

/** Builds the extension and packs it. */
export async function packExtension(): Promise<string> {
  if ((await run('node', ['esbuild.config.mjs'])) !== 0) throw new Error('The extension does not build.');
  await createVSIX({
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return vsix;
}
