import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ErrorCode, ExpectedError } from '../../../src/core/errors.ts';
import { connectEngine } from '../../../src/docker/connectEngine.ts';
import type { EngineTarget } from '../../../src/docker/findEngine.ts';
import { unreachable } from '../../../src/docker/unreachable.ts';

/** Engines that cannot be had: too old, too new, broken, endless. */
describe('connectEngine', () => {
  let folder: string;
  let server: Server | undefined;
  let target: EngineTarget;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'engine-'));
    target = {
      endpoint: `unix://${folder}/docker.sock`,
      name: 'test',
      source: 'test',
      tried: ['DOCKER_HOST', 'the context far'],
    };
  });
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  const answerWith = async (listener: RequestListener) => {
    server = createServer(listener);
    await new Promise<void>((resolve) => server?.listen(join(folder, 'docker.sock'), resolve));
  };
  const engine = (versions: object, listener: RequestListener = (_, response) => response.end('null')) =>
    answerWith((request, response) => {
      if (request.url?.startsWith('/version')) response.end(JSON.stringify(versions));
      else listener(request, response);
    });
  const failure = (act: Promise<unknown>, code: ErrorCode, words: RegExp) =>
    assert.rejects(act, (error) => {
      assert.ok(error instanceof ExpectedError, String(error));
      assert.equal(error.code, code);
      assert.match(error.message, words);
      return true;
    });

  it('says where no engine answers, and what was tried', async () => {
    await failure(
      connectEngine(target),
      'unreachable',
      /No Docker engine answers at unix:\/\/.*docker\.sock \(tried: DOCKER_HOST, the context far\)/,
    );
    const tcp = { ...target, endpoint: 'tcp://127.0.0.1:1' };
    await failure(connectEngine(tcp), 'unreachable', /No Docker engine answers at tcp:\/\/127\.0\.0\.1:1/);
    writeFileSync(join(folder, 'docker.sock'), '');
    await failure(connectEngine(target), 'unreachable', /No Docker engine answers/);
  });

  it('says who may use a socket that is closed to the user', () => {
    const error = unreachable(Object.assign(new Error('connect EACCES'), { code: 'EACCES' }), target);
    assert.equal(error.code, 'denied');
    assert.match(
      error.message,
      /^You may not use the Docker socket \/.*docker\.sock\. Members of the group docker may/,
    );
  });

  it('refuses engines that are too old or too new, and what is none', async () => {
    await engine({ Version: '19.03.1', ApiVersion: '1.40', MinAPIVersion: '1.12' });
    await failure(connectEngine(target), 'unsupported', /19\.03\.1, API 1\.40\) is too old/);
    server?.close();
    await engine({ Version: '40.0.0', ApiVersion: '1.70', MinAPIVersion: '1.60' });
    await failure(connectEngine(target), 'unsupported', /wants API 1\.60 or newer/);
    server?.close();
    await answerWith((_, response) => response.end('<html>hello</html>'));
    await failure(connectEngine(target), 'unreachable', /no Docker engine/);
    server?.close();
    await answerWith((_, response) => response.writeHead(502).end('bad gateway'));
    await failure(connectEngine(target), 'engine', /bad gateway/);
  });

  it('speaks the newest version that both know', async () => {
    const asked: (string | undefined)[] = [];
    await engine({ ApiVersion: '1.60', MinAPIVersion: '1.44' }, (request, response) => {
      asked.push(request.url);
      response.end('[]');
    });
    const newer = await connectEngine(target);
    await newer.listNetworks();
    newer.close();
    assert.deepEqual(asked, ['/v1.51/networks?']);
  });

  it('heeds no DOCKER_HOST of its own', async () => {
    await engine({ ApiVersion: '1.41' });
    const { DOCKER_HOST: before } = process.env;
    process.env.DOCKER_HOST = 'tcp:// no address';
    try {
      (await connectEngine(target)).close();
      assert.equal(process.env.DOCKER_HOST, 'tcp:// no address');
    } finally {
      if (before === undefined) delete process.env.DOCKER_HOST;
      else process.env.DOCKER_HOST = before;
    }
  });

  it('waits no longer than its time limit, for the head and for the body of an answer', async () => {
    await engine({ ApiVersion: '1.41' }, (request, response) => {
      if (request.url?.includes('/networks')) response.writeHead(200).write('[');
    });
    const slow = await connectEngine(target, { timeLimit: 300 });
    await failure(slow.listContainers(), 'unreachable', /did not answer within/);
    await failure(slow.listNetworks(), 'unreachable', /did not answer within/);
    slow.close();
  });

  it('tells the words of Docker, Podman and anything else that refuses', async () => {
    const bodies = [
      '{"message":"network x not found"}',
      '{"cause":"no","message":"no such network"}',
      'plain',
      '',
    ];
    await engine({ ApiVersion: '1.41' }, (_, response) => response.writeHead(404).end(bodies.shift()));
    const refusing = await connectEngine(target);
    await failure(refusing.removeNetwork('x'), 'not-found', /^network x not found$/);
    await failure(refusing.removeNetwork('x'), 'not-found', /^no such network$/);
    await failure(refusing.removeNetwork('x'), 'not-found', /^plain$/);
    await failure(refusing.removeNetwork('x'), 'not-found', /status 404/);
    refusing.close();
  });

  it('sends no name as part of another path', async () => {
    const asked: (string | undefined)[] = [];
    await engine({ ApiVersion: '1.41' }, (request, response) => {
      asked.push(request.url);
      response.writeHead(404).end();
    });
    const asking = await connectEngine(target);
    await assert.rejects(asking.removeNetwork('a/b?c=d#e'));
    await assert.rejects(asking.removeNetwork('..'));
    asking.close();
    assert.deepEqual(asked, ['/v1.41/networks/a%2Fb%3Fc%3Dd%23e?']);
  });

  it('takes no more of an endless file than it was asked for', async () => {
    const header = Buffer.alloc(512);
    header.write('hosts', 0);
    header.write('77777777777\0', 124);
    header.write('0', 156);
    let closed: () => void = () => {};
    const cut = new Promise<void>((resolve) => {
      closed = resolve;
    });
    await engine({ ApiVersion: '1.41' }, (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65536, 'x')));
      };
      response.write(header);
      response.on('drain', more).on('close', closed);
      more();
    });
    const reading = await connectEngine(target);
    const file = await reading.readFile('web', '/etc/hosts', 1000);
    assert.deepEqual(
      [file.text.length, file.size, file.truncated, file.binary],
      [1000, 8_589_934_591, true, false],
    );
    await cut;
    reading.close();
  });

  it('ends everything that is under way when it is closed', async () => {
    await engine({ ApiVersion: '1.41' }, (request, response) => {
      if (request.url?.includes('/events')) response.writeHead(200).flushHeaders();
    });
    const ending = await connectEngine(target);
    const opened = new Promise<void>((resolve) => {
      const ended = ending.events(() => {}, resolve, new AbortController().signal);
      void ended.then(resolve);
    });
    await opened;
    const waiting = ending.listNetworks();
    ending.close();
    await failure(waiting, 'unreachable', /was closed/);
    await failure(ending.listNetworks(), 'unreachable', /was closed/);
    assert.ok(existsSync(folder));
  });
});
