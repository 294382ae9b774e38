import { S3Client } from '@aws-sdk/client-s3';
import { useSession } from '../session/session.tsx';
import { clientCache } from './client-cache.ts';

const clientOf = clientCache((settings) => new S3Client({ ...settings, forcePathStyle: true }));

export function useS3(): S3Client {
  return clientOf(useSession().settings);
}
