import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ExpectedError } from '../../../src/core/errors.ts';
import { type EngineEnvironment, findEngine } from '../../../src/docker/findEngine.ts';

describe('findEngine', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const put = (path: string, content: unknown = '') => {
    const file = join(home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const putContext = (name: string, host: string, more: object = {}) => {
    const folder = createHash('sha256').update(name).digest('hex');
    const docker = { Host: host, ...more };
    put(`.docker/contexts/meta/${folder}/meta.json`, { Name: name, Endpoints: { docker } });
    return `.docker/contexts/tls/${folder}/docker`;
  };
  const find = (
    setting: string | undefined,
    env: EngineEnvironment = {},
    platform: NodeJS.Platform = 'linux',
  ) => findEngine(setting, env, home, platform);
  const failure = (act: () => unknown, code: string, words: RegExp) =>
    assert.throws(
      act,
      (error) => error instanceof ExpectedError && error.code === code && words.test(error.message),
    );

  it('takes the setting before everything else', () => {
    put('.docker/config.json', { currentContext: 'elsewhere' });
    const target = find('unix:///run/mine.sock', { DOCKER_HOST: 'tcp://other:1', DOCKER_CONTEXT: 'third' });
    assert.equal(target.endpoint, 'unix:///run/mine.sock');
    assert.equal(target.source, 'the setting dockerNetworks.host');
    assert.deepEqual(target.tried, ['the setting dockerNetworks.host']);
  });

  it('takes a bare path for a socket and a bare host for TCP', () => {
    assert.equal(find('/run/mine.sock').endpoint, 'unix:///run/mine.sock');
    assert.equal(find('  box:1234 ').endpoint, 'tcp://box:1234');
    assert.equal(find('tcp://[fd00::1]').endpoint, 'tcp://[fd00::1]:2375');
  });

  it('takes DOCKER_HOST before DOCKER_CONTEXT', () => {
    const target = find('', { DOCKER_HOST: 'tcp://box', DOCKER_CONTEXT: 'third' });
    assert.equal(target.endpoint, 'tcp://box:2375');
    assert.equal(target.name, 'box:2375');
    assert.equal(target.tls, undefined);
    assert.deepEqual(target.tried, ['the setting dockerNetworks.host', 'DOCKER_HOST']);
  });

  it('takes DOCKER_CONTEXT before the current context', () => {
    putContext('one', 'unix:///one.sock');
    putContext('two', 'unix:///two.sock');
    put('.docker/config.json', { currentContext: 'two' });
    assert.equal(find(undefined, { DOCKER_CONTEXT: 'one' }).endpoint, 'unix:///one.sock');
    assert.equal(find(undefined).endpoint, 'unix:///two.sock');
    assert.equal(find(undefined).name, 'two');
  });

  it('reads another configuration folder where DOCKER_CONFIG names one', () => {
    put('elsewhere/config.json', { currentContext: 'default' });
    put('.docker/config.json', { currentContext: 'missing' });
    assert.equal(find(undefined, { DOCKER_CONFIG: join(home, 'elsewhere') }).name, 'default');
  });

  it("takes a context's TLS files", () => {
    const tls = putContext('far', 'tcp://far:2376');
    const files = { ca: put(`${tls}/ca.pem`), cert: put(`${tls}/cert.pem`), key: put(`${tls}/key.pem`) };
    assert.deepEqual(find(undefined, { DOCKER_CONTEXT: 'far' }).tls, { ...files, skipVerify: false });
  });

  it('takes any certificate only where the context says so', () => {
    putContext('lax', 'tcp://far:2376', { SkipTLSVerify: true });
    assert.equal(find(undefined, { DOCKER_CONTEXT: 'lax' }).tls?.skipVerify, true);
  });

  it('takes the TLS files of DOCKER_CERT_PATH', () => {
    const ca = put('certs/ca.pem');
    const env = { DOCKER_HOST: 'tcp://far', DOCKER_CERT_PATH: join(home, 'certs') };
    const verified = find(undefined, { ...env, DOCKER_TLS_VERIFY: '1' });
    assert.equal(verified.endpoint, 'tcp://far:2376');
    assert.deepEqual(verified.tls, { ca, cert: undefined, key: undefined, skipVerify: false });
    assert.equal(find(undefined, env).tls?.skipVerify, true);
  });

  it('falls back to the sockets of this platform, the first that is there', () => {
    const socket = put('.docker/run/docker.sock');
    const target = find(undefined, { XDG_RUNTIME_DIR: '/run/user/7' });
    assert.ok(target.tried.includes('/var/run/docker.sock'));
    assert.ok(target.tried.includes('/run/user/7/docker.sock'));
    assert.ok(['unix:///var/run/docker.sock', `unix://${socket}`].includes(target.endpoint));
    assert.equal(find(undefined, {}, 'win32').endpoint, 'npipe:////./pipe/docker_engine');
  });

  it('says which value is no address', () => {
    failure(() => find('ftp://box'), 'invalid', /setting dockerNetworks\.host names ftp:\/\/box/);
    failure(() => find(undefined, { DOCKER_HOST: 'unix://docker.sock' }), 'invalid', /DOCKER_HOST names/);
    failure(() => find('a host with spaces'), 'invalid', /no address of an engine/);
    failure(() => find('tcp://box:99999'), 'invalid', /no address of an engine/);
  });

  it('says that ssh is not supported', () => {
    failure(() => find('ssh://ann@box'), 'unsupported', /ssh:\/\/ann@box/);
  });

  it('says which context does not exist, and who named it', () => {
    failure(
      () => find(undefined, { DOCKER_CONTEXT: 'gone' }),
      'not-found',
      /gone, which DOCKER_CONTEXT names/,
    );
    put('.docker/config.json', { currentContext: 'lost' });
    failure(() => find(undefined), 'not-found', /lost, which .*config\.json names/);
  });

  it('says which file of Docker is broken', () => {
    put('.docker/config.json', '{ broken');
    failure(() => find(undefined), 'invalid', /config\.json cannot be read/);
  });
});
