import assert from 'node:assert/strict';
import { predictName } from '../../../../src/core/names/predictName.ts';
import type { PredictionSource } from '../../../../src/core/report.ts';
import { anId } from '../../builders/model.ts';
import { aWorld, type Given } from '../../builders/world.ts';

type Expected = [asker: string, name: string, source: PredictionSource, addresses: string[]];

/** A rule of what names mean, in a world that shows it. */
export interface NameCase {
  rule: string;
  world: Parameters<typeof aWorld>[0];
  expected: Expected[];
}

export const dual = { name: 'dual', ipv6: true };
export const web: Given = {
  name: 'web',
  hostname: 'wh',
  on: { mynet: { ipv4: '172.20.0.2', aliases: ['www', 'Shop'] } },
};
export const asker: Given = { name: 'box', on: { mynet: { ipv4: '172.20.0.9' } } };
export const pair = [web, asker];
export const www = (name: string, on: Given['on']): Given => ({ name, on });

/** Makes a test of each case. */
export function testNames(cases: readonly NameCase[]): void {
  for (const { rule, world, expected } of cases) {
    it(rule, () => {
      const made = aWorld(world);
      for (const [from, name, source, addresses] of expected) {
        const found = predictName(made, anId(from), name);
        assert.deepEqual(
          { source: found.source, addresses: found.addresses },
          { source, addresses },
          `${name} in ${from}: ${found.why}`,
        );
        assert.match(found.why, /^[^.].*\.$/);
      }
    });
  }
}
