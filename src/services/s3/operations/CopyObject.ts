import { isChecksumAlgorithm } from '../../../kernel/checksum.ts';
import type { Operation } from '../../../kernel/operation.ts';
import type { ObjectFacts, ObjectVersion } from '../../../store/s3/objects.ts';
import { requireBucket } from '../buckets/find-bucket.ts';
import { copyOntoItself } from '../errors.ts';
import { permitBy } from '../reading/conditions.ts';
import { checksumMembers, encryptionOf, quoted, versionIdOf } from '../reading/object-answer.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';
import { authorOf } from '../writing/author.ts';
import { openSource } from '../writing/copy-source.ts';
import { keepObject } from '../writing/keep-object.ts';
import { checksumAlgorithmOf, factsOf } from '../writing/object-facts.ts';

type Shapes = Operations['CopyObject'];

export const CopyObject: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  await requireBucket(input, call);
  const asked = factsOf(input);
  const source = await openSource(input, call);
  if (changesNothing(input, source.version, asked)) {
    source.body.destroy();
    throw copyOntoItself();
  }
  const incoming = {
    bucket: input.Bucket,
    key: input.Key,
    facts: copiedFacts(input, source.version.facts, asked),
    author: authorOf(call),
    reason: 'CopyObject' as const,
    checksum: checksumOf(input, source.version),
    permit: permitBy(input, input.Key),
  };
  const { bucket, version } = await keepObject(call.rooms, incoming, source.body).finally(() => source.body.destroy());
  return {
    CopyObjectResult: {
      ETag: quoted(version.etag),
      LastModified: new Date(version.modified),
      ...checksumMembers(version.facts.checksum),
    },
    CopySourceVersionId: versionIdOf(source.bucket, source.version),
    VersionId: versionIdOf(bucket, version),
    ...encryptionOf(version),
  };
};

/** Everything but what the request says anew; checksum and parts are the copy's own. */
function copiedFacts(input: Shapes['input'], source: ObjectFacts, asked: ObjectFacts): ObjectFacts {
  const { checksum: _checksum, parts: _parts, tags, ...kept } = source;
  const described = input.MetadataDirective === 'REPLACE' ? asked : kept;
  return {
    ...described,
    redirect: asked.redirect,
    storageClass: asked.storageClass,
    encryption: asked.encryption ?? kept.encryption,
    encryptionKey: asked.encryptionKey ?? kept.encryptionKey,
    tags: input.TaggingDirective === 'REPLACE' ? asked.tags : tags,
  };
}

function changesNothing(input: Shapes['input'], source: ObjectVersion, asked: ObjectFacts): boolean {
  return (
    source.bucket === input.Bucket &&
    source.key === input.Key &&
    source.latest &&
    input.MetadataDirective !== 'REPLACE' &&
    input.TaggingDirective !== 'REPLACE' &&
    input.StorageClass === undefined &&
    asked.redirect === undefined &&
    asked.encryption === undefined
  );
}

function checksumOf(input: Shapes['input'], { facts }: ObjectVersion) {
  const { algorithm } = facts.checksum ?? {};
  return checksumAlgorithmOf(input) ?? (isChecksumAlgorithm(algorithm) ? algorithm : undefined);
}
