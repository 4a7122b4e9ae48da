import assert from 'node:assert/strict';
import type { Network } from '../../../../src/core/model.ts';
import { predictReachability } from '../../../../src/core/reachability/predictReachability.ts';
import type { Answer } from '../../../../src/core/report.ts';
import { anId } from '../../builders/model.ts';
import { aWorld, type Given } from '../../builders/world.ts';

/** A rule of what reaches what, in a world that shows it. */
export interface ReachCase {
  rule: string;
  version?: string;
  networks?: Partial<Network>[];
  from: Given;
  to: Given;
  others?: Given[];
  port?: number;
  /** By address: target, or target:port of the host, and the answer. */
  byAddress: [target: string, predicted: Answer][];
  /** The answer by the other one's own name, where it matters. */
  byName?: Answer;
  /** What the reason for the first address says, or for its name. */
  why?: RegExp;
  /** Title of the first fix; undefined where there is none. */
  fix?: string;
}

export const box: Given = { name: 'box', on: { mynet: { ipv4: '172.20.0.9' } } };
export const web: Given = { name: 'web', on: { mynet: { ipv4: '172.20.0.2' } } };
export const lonely: Given = { name: 'lonely', on: { none: {} } };
export const hosty: Given = { name: 'hosty', networkMode: 'host', on: { host: {} } };
export const plain: Given = { name: 'plain', on: { bridge: { ipv4: '172.17.0.2' } } };
export const other: Given = { name: 'far', on: { other: { ipv4: '10.1.0.2' } } };
export const published = [{ port: 80, protocol: 'tcp', hostPort: 8080, hostIp: '0.0.0.0' }];
export const twoNets: Partial<Network>[] = [
  {},
  { name: 'other', subnets: [{ subnet: '10.1.0.0/24', gateway: '10.1.0.1', reserved: {} }] },
];
export const sixNets: Partial<Network>[] = [{ ipv6: true }, { name: 'other', ipv6: true }];
export const quiet = { options: { 'com.docker.network.bridge.enable_icc': 'false' } };
export const routed = { name: 'other', options: { 'com.docker.network.bridge.gateway_mode_ipv4': 'routed' } };

/** Makes a test of each case. */
export function testReach(cases: readonly ReachCase[]): void {
  for (const one of cases) {
    it(one.rule, () => {
      const { version, networks, from, to, others = [] } = one;
      const world = aWorld({ version, networks, containers: [from, to, ...others] });
      const found = predictReachability(world, anId(from.name), anId(to.name), one.port);
      const told = found.byAddress.map((verdict) => [
        verdict.hostPort ? `${verdict.target}:${verdict.hostPort}` : verdict.target,
        verdict.predicted,
      ]);
      assert.deepEqual(told, one.byAddress, JSON.stringify(found, null, 1));
      const byName = found.byName.find((verdict) => verdict.target === to.name);
      if (one.byName) assert.equal(byName?.predicted, one.byName, byName?.why);
      if (one.why) assert.match(found.byAddress[0]!.why, one.why);
      assert.equal(found.fixes[0]?.title, one.fix);
      for (const { why } of [...found.byAddress, ...found.byName]) assert.match(why, /^[^.].*\.$/);
    });
  }
}
