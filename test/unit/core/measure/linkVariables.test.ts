import assert from 'node:assert/strict';
import { linkVariables } from '../../../../src/core/measure/linkVariables.ts';
import { aDetails, anEndpointDetails } from '../../builders/model.ts';

describe('the variables of links', () => {
  it('are those that Docker sets for the default bridge', () => {
    const db = aDetails({
      name: 'db',
      env: ['PATH=/bin', 'SECRET=a=b'],
      ports: [
        { port: 53, protocol: 'udp' },
        { port: 5432, protocol: 'tcp' },
      ],
      endpoints: [anEndpointDetails({ networkName: 'bridge', ipv4: '172.17.0.5' })],
    });
    const app = aDetails({ name: 'app', legacyLinks: [{ container: 'db', alias: 'my-db' }] });
    const found = linkVariables(app, (reference) => (reference === 'db' ? db : undefined));
    const values = Object.fromEntries(found.map(({ name, value }) => [name, value]));
    assert.equal(values.MY_DB_NAME, '/app/my-db');
    assert.equal(values.MY_DB_PORT, 'tcp://172.17.0.5:5432');
    assert.equal(values.MY_DB_PORT_5432_TCP_ADDR, '172.17.0.5');
    assert.equal(values.MY_DB_PORT_53_UDP, 'udp://172.17.0.5:53');
    assert.equal(values.MY_DB_ENV_SECRET, 'a=b');
    assert.equal(values.MY_DB_ENV_PATH, undefined);
  });

  it('are the name alone where the linked container is gone', () => {
    const app = aDetails({ name: 'app', legacyLinks: [{ container: 'db', alias: 'db' }] });
    assert.deepEqual(
      linkVariables(app, () => undefined),
      [{ name: 'DB_NAME', value: '/app/db' }],
    );
  });
});
