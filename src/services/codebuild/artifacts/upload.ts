import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeZip } from '../../../archives/write-zip.ts';
import type { ObjectLocation, Objects } from '../../../ports/objects.ts';
import type { ProjectPlace } from '../../../store/codebuild/projects.ts';
import type { ArtifactFile } from './artifact-files.ts';

export interface Upload {
  /** Whose artifact it is. */
  readonly owner: ArtifactOwner;
  readonly files: readonly ArtifactFile[];
  readonly location: ObjectLocation;
  readonly encryptionKey?: string | undefined;
  readonly packaging: 'ZIP' | 'NONE';
  /** Directory for the archive on its way. */
  readonly outside: string;
}

export interface ArtifactOwner extends ProjectPlace {
  /** Of the build. */
  readonly arn: string;
}

export interface Sums {
  readonly md5sum: string;
  readonly sha256sum: string;
}

/** Puts the files into S3, as one archive or each by itself; only an archive has sums. */
export async function upload(objects: Objects, request: Upload): Promise<Sums> {
  return request.packaging === 'ZIP' ? uploadZip(objects, request) : uploadFiles(objects, request);
}

async function uploadZip(objects: Objects, { owner, files, location, encryptionKey, outside }: Upload): Promise<Sums> {
  const archive = join(outside, 'artifact.zip');
  await pipeline(writeZip(files), createWriteStream(archive));
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  for await (const chunk of createReadStream(archive)) {
    md5.update(chunk);
    sha256.update(chunk);
  }
  await objects.write({
    ...about(owner, location),
    encryptionKey,
    body: createReadStream(archive),
    contentType: 'application/zip',
  });
  return { md5sum: md5.digest('hex'), sha256sum: sha256.digest('hex') };
}

async function uploadFiles(objects: Objects, { owner, files, location, encryptionKey }: Upload): Promise<Sums> {
  for (const { file, path, link } of files) {
    if (link !== undefined) continue;
    const key = location.key === '' ? path : `${location.key}/${path}`;
    await objects.write({ ...about(owner, { ...location, key }), encryptionKey, body: createReadStream(file) });
  }
  return { md5sum: '', sha256sum: '' };
}

function about({ account, region, arn }: ArtifactOwner, { bucket, key }: ObjectLocation) {
  return {
    account,
    region,
    bucket,
    key,
    metadata: { 'codebuild-buildarn': arn },
  };
}
