import { needBrowser } from '../browser.ts';
import { engineSystem, engineVersions } from '../engineSystem.ts';
import { fetchVsCode } from '../vscode.ts';

// All of what is slow to make, so that no test has to wait for it. Debian's packages first: they take turns anyway.
await needBrowser();
const made = await Promise.allSettled([
  ...engineVersions.map((version) => engineSystem(version)),
  fetchVsCode('1.110').then(() => fetchVsCode('1.139')),
]);
for (const one of made) if (one.status === 'rejected') console.error(one.reason);
process.exit(made.every(({ status }) => status === 'fulfilled') ? 0 : 1);
