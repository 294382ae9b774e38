import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadModel, type Model } from '../../../src/kernel/model.ts';
import { DIALECTS } from '../../harness/databases.ts';
import { jsonRequest, sendRaw, sign } from '../../harness/raw-http.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const MODELS = readdirSync(new URL('../../../models/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''))
  .filter((name) => loadModel(name).metadata.protocol === 'json');

/** What no member of any operation is. */
const WRONG = [{ nonsense: [1, { deeper: null }] }, [[['list']]], 1e300, 'x'.repeat(20_000)] as const;

describe.each(MODELS)('every operation of %s', (name) => {
  let server: TestServer;
  let model: Model;
  beforeAll(async () => {
    server = await startTestServer();
    model = loadModel(name);
  });
  afterAll(() => server.close());

  async function call(operation: string, body: string) {
    const request = jsonRequest(`${model.metadata.targetPrefix}.${operation}`, body);
    const service = model.metadata.endpointPrefix;
    return sendRaw(server.endpoint, await sign(server.endpoint, request, { service }));
  }

  it('answers bodies that are not JSON, or no structure, with an error of AWS', async () => {
    for (const operation of Object.keys(model.operations)) {
      for (const body of ['{', '[]', '"text"', '{"a":1}{"b":2}', 'null,']) await expectRefused(operation, body);
    }
  });

  it('refuses members of the wrong kind, far too long ones included, and changes nothing', async () => {
    const before = rowsOf(server.directory);
    for (const operation of Object.keys(model.operations)) {
      const members = Object.keys(model.shapes[model.operations[operation]?.input?.shape ?? '']?.members ?? {});
      if (members.length === 0) continue;
      for (const value of WRONG) {
        const body = JSON.stringify(Object.fromEntries(members.map((member) => [member, value])));
        const answer = await call(operation, body);
        // A name without a limit may be as long as it likes: what has it is not there, and may be deleted.
        if (typeof value !== 'string')
          expect(answer.status, `${operation} ${body.slice(0, 200)}: ${answer.text}`).toBeGreaterThanOrEqual(400);
        expect(answer.status, `${operation} ${body.slice(0, 200)}: ${answer.text}`).toBeLessThan(502);
        expect(answer.text).not.toContain('InternalFailure');
      }
    }
    expect(rowsOf(server.directory)).toEqual(before);
    expect(server.errors).toEqual([]);
  });

  it('refuses what lacks its required members', async () => {
    for (const [operation, { input }] of Object.entries(model.operations)) {
      const required = model.shapes[input?.shape ?? '']?.required ?? [];
      if (required.length > 0) await expectRefused(operation, '{}');
    }
    expect(server.errors).toEqual([]);
  });

  async function expectRefused(operation: string, body: string): Promise<void> {
    const answer = await call(operation, body);
    const told = `${operation} ${body}: ${answer.status} ${answer.text}`;
    expect(answer.status === 501 || (answer.status >= 400 && answer.status < 500), told).toBe(true);
    expect(JSON.parse(answer.text).__type, told).toMatch(/^[A-Za-z]+$/);
  }
});

/** PostgreSQL keeps no NUL in a text, and neither database half a character: that is an error of whoever sends it. */
describe.each(DIALECTS)('texts no database keeps, on %s,', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  it.each(MODELS)('are no failure of an operation of %s', async (name) => {
    const model = loadModel(name);
    for (const [operation, { input }] of Object.entries(model.operations)) {
      const members = Object.entries(model.shapes[input?.shape ?? '']?.members ?? {});
      const texts = members.filter(([, { shape }]) => model.shapes[shape]?.type === 'string');
      if (texts.length === 0) continue;
      for (const text of ['a\u0000b', '\ud800']) {
        const body = JSON.stringify(Object.fromEntries(texts.map(([member]) => [member, text])));
        const request = jsonRequest(`${model.metadata.targetPrefix}.${operation}`, body);
        const service = model.metadata.endpointPrefix;
        const { status, text: answer } = await sendRaw(
          server.endpoint,
          await sign(server.endpoint, request, { service }),
        );
        expect(status === 501 || status < 500, `${operation} ${body}: ${status} ${answer}`).toBe(true);
      }
    }
    expect(server.errors).toEqual([]);
  });
});

/** Rows of each table, but for those of durable work, which goes on by itself. */
function rowsOf(directory: string): Record<string, number> {
  const file = new DatabaseSync(join(directory, 'velocius.db'), { readOnly: true });
  const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const counts = tables
    .map(({ name }) => String(name))
    .filter((table) => table !== 'work')
    .map((table) => [table, Number(file.prepare(`SELECT COUNT(*) AS rows FROM "${table}"`).get()?.rows)] as const);
  file.close();
  return Object.fromEntries(counts);
}
