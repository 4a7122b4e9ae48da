import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

/** Which layers each layer may import; the table of CONTRIBUTING.md. */
const allowed: Record<string, string[]> = {
  util: [],
  core: ['util'],
  docker: ['util', 'core'],
  state: ['util', 'core'],
  protocol: ['util', 'core'],
  ui: ['util', 'core', 'state', 'protocol'],
  webview: ['util', 'core', 'protocol'],
};

const bare: Record<string, RegExp> = {
  vscode: /^(ui|extension)$/,
  dockerode: /^docker$/,
  node: /^(docker|state|ui|extension)$/,
};

describe('the import rule', () => {
  const files = globSync('src/**/*.{ts,tsx}').map((file) => file.replaceAll('\\', '/'));

  it('covers every folder of src', () => {
    const layers = new Set(
      files.map((file) => file.split('/')[1]!).filter((name) => name !== 'extension.ts'),
    );
    assert.deepEqual(
      [...layers].filter((layer) => !(layer in allowed)),
      [],
    );
  });

  it('holds in every file', () => {
    const broken: string[] = [];
    for (const file of files) {
      const layer = file === 'src/extension.ts' ? 'extension' : file.split('/')[1]!;
      for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
        if (!mayImport(layer, file, target!)) broken.push(`${file} imports ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });
});

function mayImport(layer: string, file: string, target: string): boolean {
  if (!target.startsWith('.')) {
    const rule = bare[target.startsWith('node:') ? 'node' : target];
    return rule ? rule.test(layer) : true;
  }
  if (layer === 'extension') return true;
  const path = new URL(target, `file:///${file}`).pathname;
  const other = path.split('/')[2]!;
  return other === layer || (allowed[layer]?.includes(other) ?? false);
}
