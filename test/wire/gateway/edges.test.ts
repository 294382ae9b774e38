import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WEBHOOK_PATH } from '../../../src/kernel/delivery-paths.ts';
import { sendRaw } from '../../harness/raw-http.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

/** Ways out of a directory. */
const CLIMBS = [
  '../../package.json',
  '..%2f..%2fpackage.json',
  '%2e%2e/%2e%2e/package.json',
  '%252e%252e%252fpackage.json',
  '..\\..\\package.json',
  '..%5c..%5cpackage.json',
  '....//....//package.json',
  'assets/../../../package.json',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  'index.html%00.js',
  '%c0%ae%c0%ae/package.json',
] as const;

/** What is reached without AWS's signature: the console's files, deliveries, git. */
describe('an edge that anybody may knock at', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    sendRaw(server.endpoint, { method: 'GET', path, headers });

  it.each(['/console/', '/console/assets/', WEBHOOK_PATH, '/v1/repos/', '/'])(
    'gives no file of the machine away below %s',
    async (edge) => {
      for (const climb of CLIMBS) {
        const { status, text } = await get(`${edge}${climb}`);
        expect(status, climb).toBeLessThan(504);
        expect(status, climb).not.toBe(500);
        expect(text, climb).not.toMatch(/"license"|root:|devDependencies/);
      }
      expect(server.errors).toEqual([]);
    },
  );

  it('tells nothing to pages of other origins', async () => {
    for (const path of ['/console/settings.json', '/console/events-stream', '/console/', `${WEBHOOK_PATH}guess`]) {
      const answer = await get(path, { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' });
      expect(answer.status, path).toBe(403);
      expect(answer.headers['access-control-allow-origin'], path).toBeUndefined();
    }
  });

  it('answers a guessed webhook as one that is not there, whatever is sent to it', async () => {
    const guesses = ['short', 'a'.repeat(36), 'a'.repeat(5000), '..', "' OR 1=1 --", '%00'.repeat(30)];
    for (const guess of guesses) {
      const body = '{"ref":"refs/heads/main"}';
      const path = `${WEBHOOK_PATH}${encodeURI(guess)}`;
      const { status } = await sendRaw(server.endpoint, { method: 'POST', path, headers: {}, body });
      expect([400, 403, 404, 414, 431], `${guess.slice(0, 40)}: ${status}`).toContain(status);
    }
    expect(server.errors).toEqual([]);
  });

  it('streams events to nobody who has not signed', async () => {
    expect((await get('/console/events-stream')).status).toBe(403);
  });

  it('writes nothing beside its own directories', async () => {
    const before = readdirSync(server.directory).sort();
    for (const climb of CLIMBS) {
      await sendRaw(server.endpoint, { method: 'PUT', path: `/bucket/${climb}`, headers: {}, body: 'x' });
      await sendRaw(server.endpoint, {
        method: 'POST',
        path: `/v1/repos/${climb}/git-receive-pack`,
        headers: {},
        body: 'x',
      });
    }
    expect(readdirSync(server.directory).sort()).toEqual(before);
    expect(server.errors).toEqual([]);
  });
});
