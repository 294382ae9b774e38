import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../src/gateway/http.ts';
import { readBody } from '../../../src/gateway/read-body.ts';

function requestOf(body: Readable, headers: Readonly<Record<string, string>> = {}): HttpRequest {
  return {
    id: 'request',
    method: 'POST',
    path: '/',
    query: '',
    headers,
    body,
    remoteAddress: '127.0.0.1',
    endpoint: 'http://127.0.0.1',
    signal: new AbortController().signal,
  };
}

describe('a body that must fit in memory', () => {
  it('is read whole', async () => {
    const body = await readBody(requestOf(Readable.from([Buffer.from('ab'), Buffer.from('c')])), 3);
    expect(body.toString()).toBe('abc');
  });

  it('is not waited for when nothing more comes, and its connection is left for the answer', async () => {
    const silent = new Readable({ read: () => {} });
    silent.push('half');
    await expect(readBody(requestOf(silent), 100, 30)).rejects.toMatchObject({
      code: 'RequestTimeoutException',
      status: 408,
    });
    expect(silent.destroyed).toBe(false);
  });

  it('is waited for while it comes, however slowly', async () => {
    const slow = Readable.from(
      (async function* () {
        for (const part of ['a', 'b', 'c', 'd']) {
          await new Promise((resolve) => setTimeout(resolve, 30));
          yield Buffer.from(part);
        }
      })(),
    );
    expect((await readBody(requestOf(slow), 100, 100)).toString()).toBe('abcd');
  });

  it('is refused as soon as it is too long', async () => {
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(1000));
      },
    });
    await expect(readBody(requestOf(endless), 10_000)).rejects.toMatchObject({ status: 413 });
    expect(endless.destroyed).toBe(false);
    await expect(
      readBody(requestOf(new Readable({ read: () => {} }), { 'content-length': '10001' }), 10_000),
    ).rejects.toMatchObject({ status: 413 });
  });

  it('that breaks off is an error', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('aborted'));
      },
    });
    await expect(readBody(requestOf(broken), 100)).rejects.toThrow('aborted');
  });
});
