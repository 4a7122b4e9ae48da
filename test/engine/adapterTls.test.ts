import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { ExpectedError } from '../../src/core/errors.ts';
import { connectEngine } from '../../src/docker/connectEngine.ts';
import { type EngineEnvironment, findEngine } from '../../src/docker/findEngine.ts';
import { labEngine } from '../lab/labEngine.ts';
import { certificates } from './testCertificates.ts';

describe('an engine behind TLS', function () {
  this.timeout(120_000);
  let home: string;
  let server: Server;
  let port: number;
  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'docker-tls-'));
    const { socket } = await labEngine();
    const { ca, server: cert, serverKey: key } = certificates;
    server = createServer({ ca, cert, key, requestCert: true, rejectUnauthorized: true }, (client) => {
      const engine = connect({ path: socket });
      client.pipe(engine).pipe(client);
      client.on('error', () => engine.destroy()).on('close', () => engine.destroy());
      engine.on('error', () => client.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  after(async () => {
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    rmSync(home, { recursive: true, force: true });
  });

  const putFiles = (folder: string, files: Record<string, string>) => {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return folder;
  };
  const everyFile = {
    'ca.pem': certificates.ca,
    'cert.pem': certificates.client,
    'key.pem': certificates.clientKey,
  };
  const connectBy = (env: EngineEnvironment) =>
    connectEngine(findEngine(undefined, env, home, process.platform));
  const isUnreachable = (error: unknown) => error instanceof ExpectedError && error.code === 'unreachable';

  it("is talked to with a context's files", async () => {
    const name = createHash('sha256').update('far').digest('hex');
    const contexts = join(home, '.docker', 'contexts');
    const meta = {
      Name: 'far',
      Endpoints: { docker: { Host: `tcp://127.0.0.1:${port}`, SkipTLSVerify: false } },
    };
    putFiles(join(contexts, 'meta', name), { 'meta.json': JSON.stringify(meta) });
    putFiles(join(contexts, 'tls', name, 'docker'), everyFile);
    const engine = await connectBy({ DOCKER_CONTEXT: 'far' });
    assert.ok((await engine.listNetworks()).some((network) => network.name === 'bridge'));
    engine.close();
  });

  it('is talked to with the files of DOCKER_CERT_PATH', async () => {
    const env = {
      DOCKER_HOST: `tcp://127.0.0.1:${port}`,
      DOCKER_TLS_VERIFY: '1',
      DOCKER_CERT_PATH: putFiles(join(home, 'certs'), everyFile),
    };
    const engine = await connectBy(env);
    assert.ok((await engine.listNetworks()).some((network) => network.name === 'bridge'));
    engine.close();
  });

  it('is not talked to where its certificate is not trusted, or ours is missing', async () => {
    const { 'ca.pem': ca, ...own } = everyFile;
    const env = { DOCKER_HOST: `tcp://127.0.0.1:${port}`, DOCKER_TLS_VERIFY: '1' };
    const untrusting = { ...env, DOCKER_CERT_PATH: putFiles(join(home, 'own'), own) };
    await assert.rejects(connectBy(untrusting), isUnreachable);
    const unknown = { ...env, DOCKER_CERT_PATH: putFiles(join(home, 'ca'), { 'ca.pem': ca }) };
    await assert.rejects(connectBy(unknown), isUnreachable);
    const plain = { DOCKER_HOST: `tcp://127.0.0.1:${port}` };
    await assert.rejects(connectBy(plain), isUnreachable);
  });
});
