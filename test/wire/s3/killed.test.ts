import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS, makePlace, type Place } from '../../harness/databases.ts';
import { clientsOf } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';

/** A server in a process of its own, which can be killed. */
async function startProcess(place: Place): Promise<{ child: ChildProcess; endpoint: string }> {
  const database = place.url === undefined ? [] : ['--database', place.url];
  const child = spawn(
    process.execPath,
    ['src/cli/velocius.ts', 'start', '--port', '0', '--runner', 'process', '--data', place.directory, ...database],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const endpoint = await waitFor('the ready line', async () => {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it was ready`);
    return /http:\/\/[\d.:]+/.exec(output)?.[0];
  });
  return { child, endpoint };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

describe.each(DIALECTS)('s3 killed in mid-upload on %s', (dialect) => {
  let place: Place;
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    place = await makePlace(dialect);
  });
  afterAll(async () => {
    if (child !== undefined) await kill(child);
    await place.drop();
  });

  it('has every acknowledged object afterwards, whole, and no file that belongs to none', async () => {
    const Bucket = 'killed';
    const body = (key: string) => key.repeat(20_000);
    const first = await startProcess(place);
    child = first.child;
    const client = clientsOf(first.endpoint).s3;
    await client.send(new CreateBucketCommand({ Bucket }));
    const acknowledged: string[] = [];
    const writer = async (name: string) => {
      for (let index = 0; ; index += 1) {
        const Key = `${name}-${index}`;
        await client.send(new PutObjectCommand({ Bucket, Key, Body: body(Key) }));
        acknowledged.push(Key);
      }
    };
    const writers = ['a', 'b', 'c', 'd'].map((name) => writer(name).catch(() => {}));
    await waitFor('some objects', async () => acknowledged.length >= 40);
    await kill(first.child);
    await Promise.all(writers);
    const [shard = ''] = readdirSync(join(place.directory, 'objects'));
    const garbage = join(place.directory, 'objects', shard, `${shard}garbage`);
    writeFileSync(garbage, 'half of an object');

    const second = await startProcess(place);
    child = second.child;
    const { s3 } = clientsOf(second.endpoint);
    for (const Key of acknowledged) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      expect((await Body?.transformToString()) === body(Key), Key).toBe(true);
    }
    const { KeyCount = 0 } = await s3.send(new ListObjectsV2Command({ Bucket }));
    expect(KeyCount).toBeLessThanOrEqual(acknowledged.length + 4);
    // Where several nodes share a database, young files may be another node's uploads.
    if (dialect === 'sqlite') await waitFor('the sweep', async () => filesOf(place) === KeyCount, 10);
  });
});

function filesOf({ directory }: Place): number {
  return readdirSync(join(directory, 'objects'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;
}
