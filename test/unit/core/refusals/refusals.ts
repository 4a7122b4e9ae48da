import assert from 'node:assert/strict';
import { EngineError, type ErrorCode, ExpectedError } from '../../../../src/core/errors.ts';
import { explain, type RefusalContext } from '../../../../src/core/refusals/explain.ts';
import type { ConnectSpec, NetworkSpec, RunSpec } from '../../../../src/core/specs.ts';
import { aContainer, aNetwork, anEndpoint, anId, aSnapshot } from '../../builders/model.ts';

export const standard = aNetwork({
  name: 'bridge',
  builtIn: true,
  subnets: [{ subnet: '172.17.0.0/16', gateway: '172.17.0.1', reserved: {} }],
});
const host = aNetwork({ name: 'host', builtIn: true, driver: 'host', subnets: [] });
const none = aNetwork({ name: 'none', builtIn: true, driver: 'null', subnets: [] });
export const mynet = aNetwork({
  subnets: [{ subnet: '192.168.0.0/16', gateway: '192.168.0.1', reserved: {} }],
  options: { parent: 'eth0' },
  endpoints: [
    anEndpoint({ name: 'br1', ipv4: '192.168.0.2' }),
    anEndpoint({ name: 'br2', ipv4: '192.168.0.7' }),
    anEndpoint({ name: 'old', state: 'exited', staticIpv4: '192.168.0.7' }),
  ],
});
const auto = aNetwork({ name: 'n2' });
const container = (name: string, given = {}) => aContainer({ name, ...given });
const snapshot = aSnapshot({
  networks: [mynet, auto, standard, host, none],
  containers: [
    container('br1', { networks: [mynet.id], ports: [{ port: 80, protocol: 'tcp', hostPort: 8080 }] }),
    container('br2', { networks: [mynet.id] }),
    container('old', { networks: [mynet.id], state: 'exited' }),
    container('cc1'),
    container('onhost', { mode: 'host' }),
    container('side', { mode: 'container', sharesWith: anId('br1') }),
  ],
});

export const create = (spec: Partial<NetworkSpec> = {}): RefusalContext => ({
  act: 'create',
  snapshot,
  spec: { name: 'new', ...spec },
});
export const block = (subnet: string, more = {}) => create({ subnets: [{ subnet, ...more }] });
export const connect = (spec: Partial<ConnectSpec> = {}): RefusalContext => ({
  act: 'connect',
  snapshot,
  spec: { network: 'mynet', container: 'cc1', ...spec },
});
export const disconnect = (network: string, who: string): RefusalContext => ({
  act: 'disconnect',
  snapshot,
  spec: { network, container: who },
});
export const remove = (network = 'mynet'): RefusalContext => ({ act: 'remove', snapshot, spec: { network } });
export const run = (spec: Partial<RunSpec> = {}): RefusalContext => ({
  act: 'run',
  snapshot,
  spec: { image: 'box', ...spec },
});
export const start = (who: string): RefusalContext => ({ act: 'start', snapshot, spec: { container: who } });

/** What an engine says, word for word (measured on 20.10.24 and 28.5.2), and what people read instead. */
export type Refusal = [
  status: number,
  engine: string,
  context: RefusalContext,
  code: ErrorCode,
  says: RegExp,
];

/** One test for each refusal: it is told as a sentence of its own that names the culprit. */
export function holdRefusals(refusals: readonly Refusal[]): void {
  for (const [status, text, context, code, says] of refusals) {
    it(`of ${context.act}: ${text.slice(0, 90).replaceAll('\n', ' ')}`, () => {
      const told = explain(new EngineError(status, text), context);
      assert.ok(told instanceof ExpectedError && !(told instanceof EngineError), 'it was not explained');
      assert.match(told.message, says);
      assert.equal(told.code, code);
      assert.equal(told.detail, text);
      assert.match(told.message, /^[^\n]+[.?]$/);
    });
  }
}
