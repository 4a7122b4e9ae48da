import assert from 'node:assert/strict';
import { changesSince, inspectNetwork, makeNetwork, passages, removeAll } from './engine.ts';
import { api, command, refusal } from './scripting.ts';

/** What is wrong, what is sent, the code, and what the sentence must name. */
const wrong: [string, Record<string, unknown>, 'invalid' | 'conflict', RegExp][] = [
  ['no name', { name: '' }, 'invalid', /name/i],
  ['a name that is no text', { name: 7 }, 'invalid', /name/i],
  ['the name of a built-in network', { name: 'host' }, 'invalid', /host/],
  ['a name that is taken', { name: 'wrong-taken' }, 'conflict', /wrong-taken/],
  ['a subnet that is none', { subnets: [{ subnet: 'abc' }] }, 'invalid', /abc/],
  ['a subnet without a prefix', { subnets: [{ subnet: '10.9.0.0' }] }, 'invalid', /10\.9\.0\.0/],
  ['a prefix that is too long', { subnets: [{ subnet: '10.9.0.0/33' }] }, 'invalid', /10\.9\.0\.0\/33|33/],
  ['leading zeros', { subnets: [{ subnet: '010.9.0.0/24' }] }, 'invalid', /010\.9\.0\.0/],
  ['an address with three parts', { subnets: [{ subnet: '10.9.0/24' }] }, 'invalid', /10\.9\.0\/24/],
  ['host bits', { subnets: [{ subnet: '10.9.0.5/24' }] }, 'invalid', /10\.9\.0\.5\/24.*10\.9\.0\.0\/24/],
  ['the subnet of another network', { subnets: [{ subnet: '10.66.0.0/24' }] }, 'conflict', /wrong-taken/],
  ['a subnet inside another', { subnets: [{ subnet: '10.66.0.128/25' }] }, 'conflict', /wrong-taken/],
  ['a subnet around another', { subnets: [{ subnet: '10.66.0.0/16' }] }, 'conflict', /wrong-taken/],
  ['a subnet of the default bridge', { subnets: [{ subnet: '172.17.3.0/24' }] }, 'conflict', /bridge/],
  [
    'two subnets that overlap',
    { subnets: [{ subnet: 'fd00:9::/64' }, { subnet: 'fd00:9::/80' }] },
    'conflict',
    /fd00:9::/,
  ],
  [
    'two IPv4 subnets on a bridge',
    { subnets: [{ subnet: '10.9.0.0/24' }, { subnet: '10.8.0.0/24' }] },
    'invalid',
    /10\.8\.0\.0|IPv4/,
  ],
  [
    'a gateway outside',
    { subnets: [{ subnet: '10.9.0.0/24', gateway: '10.8.0.1' }] },
    'invalid',
    /10\.8\.0\.1/,
  ],
  [
    'the network address as gateway',
    { subnets: [{ subnet: '10.9.0.0/24', gateway: '10.9.0.0' }] },
    'invalid',
    /10\.9\.0\.0/,
  ],
  [
    'the broadcast address as gateway',
    { subnets: [{ subnet: '10.9.0.0/24', gateway: '10.9.0.255' }] },
    'invalid',
    /10\.9\.0\.255/,
  ],
  [
    'a gateway that is no address',
    { subnets: [{ subnet: '10.9.0.0/24', gateway: 'first' }] },
    'invalid',
    /first/,
  ],
  ['a gateway without a subnet', { subnets: [{ gateway: '10.9.0.1' }] }, 'invalid', /subnet/],
  [
    'a range outside',
    { subnets: [{ subnet: '10.9.0.0/24', ipRange: '10.8.0.0/28' }] },
    'invalid',
    /10\.8\.0\.0\/28/,
  ],
  [
    'a range with host bits',
    { subnets: [{ subnet: '10.9.0.0/24', ipRange: '10.9.0.3/28' }] },
    'invalid',
    /10\.9\.0\.3\/28/,
  ],
  [
    'a range bigger than the subnet',
    { subnets: [{ subnet: '10.9.0.0/24', ipRange: '10.9.0.0/16' }] },
    'invalid',
    /10\.9\.0\.0\/16/,
  ],
  [
    'a reserved address outside',
    { subnets: [{ subnet: '10.9.0.0/24', reserved: { router: '10.8.0.5' } }] },
    'invalid',
    /10\.8\.0\.5/,
  ],
  [
    'the gateway reserved',
    { subnets: [{ subnet: '10.9.0.0/24', gateway: '10.9.0.9', reserved: { router: '10.9.0.9' } }] },
    'invalid',
    /10\.9\.0\.9/,
  ],
  ['the driver host', { driver: 'host' }, 'invalid', /host/],
  ['a driver that the engine does not have', { driver: 'nosuch' }, 'invalid', /nosuch/],
  [
    'a packet size that is no number',
    { options: { 'com.docker.network.driver.mtu': 'abc' } },
    'invalid',
    /abc/,
  ],
  [
    'the bridge of another network',
    { options: { 'com.docker.network.bridge.name': 'docker0' } },
    'conflict',
    /docker0/,
  ],
  [
    'a bridge name that is too long',
    { options: { 'com.docker.network.bridge.name': 'a-bridge-with-a-long-name' } },
    'invalid',
    /a-bridge-with-a-long-name/,
  ],
];

describe('createNetwork with wrong input', () => {
  before(async () => {
    await api();
    await removeAll('wrong-');
    await makeNetwork('wrong-taken', '10.66.0.0/24');
  });
  after(() => removeAll('wrong-'));

  for (const [what, argument, code, names] of wrong) {
    it(`refuses ${what} with a sentence, and changes nothing`, async () => {
      const before = passages().length;
      const refused = await refusal(command('createNetwork', { name: 'wrong-new', ...argument }));
      assert.match(refused.message, names);
      assert.equal(refused.code, code, refused.message);
      assert.deepEqual(changesSince(before), []);
      assert.equal(await inspectNetwork('wrong-new'), undefined);
    });
  }
});
