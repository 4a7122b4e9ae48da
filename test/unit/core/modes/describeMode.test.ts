import assert from 'node:assert/strict';
import type { ContainerMode, Network } from '../../../../src/core/model.ts';
import { describeMode } from '../../../../src/core/modes/describeMode.ts';
import { aNetwork } from '../../builders/model.ts';

const modes: ContainerMode[] = ['bridge', 'user-defined', 'host', 'none', 'container'];
const networks: [Partial<Network>, string][] = [
  [{ name: 'bridge', builtIn: true }, 'default bridge'],
  [{}, 'user-defined network'],
  [{ internal: true }, 'internal network'],
  [{ name: 'host', builtIn: true, driver: 'host' }, "host's network"],
  [{ name: 'none', builtIn: true, driver: 'null' }, 'no network'],
  [{ driver: 'macvlan' }, 'macvlan network'],
  [{ driver: 'ipvlan' }, 'ipvlan network'],
  [{ driver: 'overlay', scope: 'swarm' }, 'overlay network'],
  [{ name: 'docker_gwbridge' }, "swarm's way out"],
  [{ driver: 'weave' }, 'network of a plugin'],
];

describe('describeMode', () => {
  it('says of every mode and kind of network in two sentences what it means, with a page of Docker', () => {
    for (const of of [...modes, ...networks.map(([given]) => aNetwork(given))]) {
      const { text, page } = describeMode(of);
      assert.equal(text.split(/\.(?: |$)/).filter((one) => one !== '').length, 2, text);
      assert.match(page, /^https:\/\/docs\.docker\.com\//);
    }
  });

  for (const [given, title] of networks) {
    it(`calls a network such as ${JSON.stringify(given)} ${title}`, () => {
      assert.equal(describeMode(aNetwork(given)).title, title);
    });
  }
});
