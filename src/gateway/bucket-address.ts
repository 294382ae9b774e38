import { ServiceError } from '../kernel/service-error.ts';
import { type HttpRequest, header } from './http.ts';

/** What an S3 request is about: the service itself, a bucket, or an object in it. */
export interface Address {
  readonly bucket: string | undefined;
  readonly key: string | undefined;
}

const HOSTED_BUCKETS = [
  /^(.+)\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com$/,
  /^(.+)\.s3(?:\.[a-z0-9-]+)?\.localhost$/,
  /^(?!s3(?:\.[a-z0-9-]+)?\.localhost$)(.+)\.localhost$/,
];

/** The bucket of the host name (`bucket.localhost`), else of the path (`/bucket/key`). */
export function addressOf(request: HttpRequest): Address {
  const hosted = bucketOfHost(header(request, 'host') ?? '');
  const path = request.path.replace(/^\//, '');
  if (hosted !== undefined) return { bucket: hosted, key: path === '' ? undefined : decode(path) };
  const slash = path.indexOf('/');
  const bucket = slash === -1 ? path : path.slice(0, slash);
  const key = slash === -1 ? '' : path.slice(slash + 1);
  return { bucket: bucket === '' ? undefined : decode(bucket), key: key === '' ? undefined : decode(key) };
}

function bucketOfHost(host: string): string | undefined {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  for (const pattern of HOSTED_BUCKETS) {
    const [, bucket] = pattern.exec(name) ?? [];
    if (bucket !== undefined) return bucket;
  }
  return undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError('InvalidURI', "Couldn't parse the specified URI.");
  }
}
