import type { Operation } from '../../../kernel/operation.ts';
import { readToken, writeToken } from '../../../kernel/page.ts';
import { listBuckets } from '../../../store/s3/buckets.ts';
import { invalidArgument } from '../errors.ts';
import { ownerOf } from '../owner.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['ListBuckets'];

export const ListBuckets: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { Prefix: prefix = '', BucketRegion: region, MaxBuckets: max = 10_000 } = input;
  const from = startOf(input.ContinuationToken);
  const all = await call.rooms.database.read((reader) => listBuckets(reader, call.account));
  const matching = all.filter(
    (bucket) =>
      bucket.name.startsWith(prefix) && (region === undefined || bucket.region === region) && bucket.name > from,
  );
  const page = matching.slice(0, max);
  const last = matching.length > max ? page.at(-1) : undefined;
  return {
    Buckets: page.map((bucket) => ({
      Name: bucket.name,
      CreationDate: new Date(bucket.created),
      BucketRegion: bucket.region,
    })),
    Owner: ownerOf(call.account),
    Prefix: input.Prefix,
    ContinuationToken: last && writeToken([last.name]),
  };
};

function startOf(token: string | undefined): string {
  if (token === undefined) return '';
  const [name] = readToken(token) ?? [];
  if (typeof name === 'string') return name;
  throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
}
