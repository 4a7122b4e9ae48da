import tseslint from 'typescript-eslint';

/** Who may import whom (DESIGN): every layer lists the layers it must not see. */
const forbidden = {
  util: ['core', 'docker', 'state', 'protocol', 'ui', 'webview'],
  core: ['docker', 'state', 'protocol', 'ui', 'webview'],
  docker: ['state', 'protocol', 'ui', 'webview'],
  state: ['docker', 'protocol', 'ui', 'webview'],
  protocol: ['docker', 'state', 'ui', 'webview'],
  ui: ['docker', 'webview'],
  webview: ['docker', 'state', 'ui'],
};

/** Packages that only some layers may import. */
const packages = {
  util: ['vscode', 'dockerode', 'node:*'],
  core: ['vscode', 'dockerode', 'node:*'],
  docker: ['vscode'],
  state: ['vscode', 'dockerode'],
  protocol: ['vscode', 'dockerode', 'node:*'],
  ui: ['dockerode'],
  webview: ['vscode', 'dockerode', 'node:*'],
};

const layers = Object.keys(forbidden).map((layer) => ({
  files: [`src/${layer}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: [...forbidden[layer].map((other) => `**/${other}/**`), ...packages[layer]] }] },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'test-results/**', '**/*.mjs', '**/*.cjs'] },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/webview/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  ...layers,
);
