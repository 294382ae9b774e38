import type { ObjectLocation, Objects } from '../ports/objects.ts';
import type { ActionProvider, ActionRun, Progress } from './action.ts';
import { firstOutput, required } from './configuration.ts';

/** Gaps: PollForSourceChanges is accepted and starts nothing: an event rule does. */
export function s3Source({ objects }: { readonly objects: Objects }): ActionProvider {
  const start = (run: ActionRun) => fetchObject(run, objects);
  return {
    type: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
    inputs: { min: 0, max: 0 },
    outputs: { min: 1, max: 1 },
    configuration: [
      { name: 'S3Bucket', required: true, description: 'Bucket of the source; it must be versioned' },
      { name: 'S3ObjectKey', required: true, description: 'Key of the zip' },
      {
        name: 'PollForSourceChanges',
        required: false,
        description: 'true or false; an event rule starts the pipeline here',
      },
      { name: 'AllowOverrideForS3ObjectKey', required: false, description: 'true lets a start name another key' },
    ],
    revisionTypes: ['S3_OBJECT_VERSION_ID', 'S3_OBJECT_KEY'],
    outputVariables: ['VersionId', 'ETag', 'BucketName', 'ObjectKey'],
    timeoutMinutes: 60,
    start,
    poll: start,
    stop: async () => {},
  };
}

async function fetchObject(run: ActionRun, objects: Objects): Promise<Progress> {
  const source = sourceOf(run);
  const bucket = await objects.findBucket(source.bucket);
  if (bucket !== undefined && !bucket.versioned) {
    return {
      kind: 'failed',
      code: 'ConfigurationError',
      message: `The bucket ${source.bucket} is not versioned: enable versioning to use it as a source`,
    };
  }
  const object = await objects.read(source);
  const output = firstOutput(run);
  await objects.write({
    account: run.account,
    region: run.region,
    bucket: output.bucket,
    key: output.key,
    body: object.body,
    contentType: 'application/zip',
  });
  const { versionId = 'null', etag, lastModified } = object;
  const summary = object.metadata['codepipeline-artifact-revision-summary'] ?? `Amazon S3 version id: ${versionId}`;
  return {
    kind: 'succeeded',
    externalExecutionId: versionId,
    summary,
    revision: { revisionId: versionId, revisionSummary: summary, created: lastModified },
    outputVariables: { VersionId: versionId, ETag: etag, BucketName: source.bucket, ObjectKey: source.key },
  };
}

function sourceOf(run: ActionRun): ObjectLocation {
  const bucket = required(run, 'S3Bucket');
  const key = required(run, 'S3ObjectKey');
  const { revisionOverride } = run;
  if (revisionOverride?.type === 'S3_OBJECT_KEY') return { bucket, key: revisionOverride.value };
  return { bucket, key: revisionOverride?.objectKey ?? key, versionId: revisionOverride?.value };
}
