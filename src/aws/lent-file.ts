import { ask } from './ask.ts';
import type { Aws } from './aws.ts';

export interface LentFile {
  readonly key: string;
  readonly text: string;
}

/**
 * Puts a file where services elsewhere can read it: into the bucket that was set for that. Answers its URL. It stays there: what
 * becomes of old ones is the bucket's own business. Throws ConfigurationError, naming the setting, where no bucket is set.
 */
export async function lendFile(aws: Aws, region: string, { key, text }: LentFile): Promise<string> {
  const Bucket = aws.bucket();
  const settings = aws.settings(region);
  const { S3Client, PutObjectCommand } = await import('@aws-sdk/client-s3');
  const forcePathStyle = settings.endpoint !== undefined;
  await ask(new S3Client({ ...settings, forcePathStyle, followRegionRedirects: true }), (client) =>
    client.send(new PutObjectCommand({ Bucket, Key: key, Body: text })),
  );
  const path = key.split('/').map(encodeURIComponent).join('/');
  return forcePathStyle ? `${settings.endpoint}/${Bucket}/${path}` : `https://${Bucket}.s3.amazonaws.com/${path}`;
}
