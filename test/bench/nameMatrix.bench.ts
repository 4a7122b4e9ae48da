// How much faster the Name Matrix is than one exec of nslookup for each pair of container and name.

import { connectEngine } from '../../src/docker/connectEngine.ts';
import { measureNames } from '../../src/state/measure/measureNames.ts';
import { inParallel } from '../../src/util/inParallel.ts';
import { runningEngine } from '../lab/engine.ts';
import { makeImages } from '../lab/images.ts';
import { clearEngine, makeContainer, makeNetwork } from '../lab/things.ts';

const containers = 30;
const names = 60;
/** Pairs that are asked one by one; the others would take as long each. */
const sample = 60;
const wanted = 20;

const lab = runningEngine(process.env.LAB_SOCKET ?? '');
await clearEngine(lab);
await makeImages(lab);
await makeNetwork(lab, 'matrix', { subnet: '10.77.0.0/24' });
const ids: string[] = [];
await inParallel(
  Array.from({ length: containers }, (_, at) => at),
  4,
  async (at) => {
    const endpoint = { Aliases: [`alias-${at}`] };
    ids[at] = await makeContainer(lab, `member-${at}`, { mode: 'matrix', endpoint });
  },
);
const asked = [
  ...Array.from({ length: containers }, (_, at) => `member-${at}`),
  ...Array.from({ length: containers }, (_, at) => `alias-${at}`),
];
const engine = await connectEngine({ endpoint: lab.endpoint, name: 'lab', source: 'the lab', tried: [] });
const details = await Promise.all(ids.map((id) => engine.inspectContainer(id)));

const start = performance.now();
let answers = 0;
await inParallel(details, 4, async (container) => {
  const results = await measureNames(engine, container, asked);
  for (const result of results.values())
    if ('addresses' in result && result.addresses.length === 1) answers++;
});
const matrix = performance.now() - start;

const begin = performance.now();
for (let at = 0; at < sample; at++) {
  const argv = ['nslookup', asked[at % names]!];
  await engine.exec(ids[at % containers]!, argv, { timeout: 30_000, maxBytes: 10_000 });
}
const pair = (performance.now() - begin) / sample;
engine.close();
await clearEngine(lab);

const ratio = (pair * containers * names) / matrix;
console.log(`${answers} of ${containers * names} pairs answered, in ${Math.round(matrix)} ms.`);
console.log(`One exec for each pair takes ${ratio.toFixed(1)} times as long; wanted: ${wanted} at least.`);
process.exit(answers === containers * names && ratio >= wanted ? 0 : 1);
