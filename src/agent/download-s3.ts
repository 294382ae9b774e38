import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Revision } from './specification.ts';
import { ServiceAnswer } from './wire/command-service.ts';
import { encode } from './wire/signature.ts';
import { call, type Remote } from './wire/signed-request.ts';

const IDLE_TIMEOUT = 60_000;

/** Fetches the bundle of a revision from S3 into `file`, which is there only when all of it came and its ETag is the expected one. */
export async function downloadFromS3(
  s3: Remote,
  { bucket, key, version, etag }: Extract<Revision, { type: 'S3' }>,
  file: string,
): Promise<void> {
  const answer = await call(s3, {
    method: 'GET',
    path: `/${encode(bucket)}/${key.split('/').map(encode).join('/')}`,
    query: version === undefined ? {} : { versionId: version },
    idleTimeout: IDLE_TIMEOUT,
  });
  if (answer.statusCode !== 200) throw refused(answer.statusCode ?? 0, await text(answer), `s3://${bucket}/${key}`);
  const actual = answer.headers.etag ?? '';
  if (etag !== undefined && bare(etag) !== bare(actual)) {
    answer.destroy();
    throw new Error(`Expected deployment artifact bundle etag ${etag} but was actually ${actual}`);
  }
  await pipeline(answer, createWriteStream(`${file}.part`));
  await rename(`${file}.part`, file);
}

function refused(status: number, body: string, where: string): ServiceAnswer {
  const member = (name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1];
  const message = member('Message') ?? 'no reason given';
  return new ServiceAnswer(member('Code') ?? `HTTP ${status}`, `${message} (while fetching ${where})`, status);
}

function bare(etag: string): string {
  return etag.replaceAll('"', '');
}
