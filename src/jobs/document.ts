import type { ActionRun, ActionType, Artifact } from '../actions/action.ts';
import { arn } from '../kernel/arn.ts';
import type { JobArtifact, JobDocument } from '../ports/jobs.ts';

/** What the doer of a job is told of it; credentials and continuation token are added when it is handed out. */
export function documentOf(run: ActionRun, type: ActionType): JobDocument {
  const { encryptionKey } = run;
  return {
    actionTypeId: type,
    actionConfiguration: { configuration: run.configuration },
    pipelineContext: {
      pipelineName: run.pipelineName,
      stage: { name: run.stageName },
      action: { name: run.actionName, actionExecutionId: run.actionExecutionId },
      pipelineArn: arn('codepipeline', run.region, run.account, run.pipelineName),
      pipelineExecutionId: run.pipelineExecutionId,
    },
    inputArtifacts: run.inputs.map(artifactOf),
    outputArtifacts: run.outputs.map(artifactOf),
    encryptionKey: encryptionKey && { id: encryptionKey.id, type: 'KMS' },
  };
}

function artifactOf({ name, bucket, key, revisionId }: Artifact): JobArtifact {
  return {
    name,
    revision: revisionId,
    location: { type: 'S3', s3Location: { bucketName: bucket, objectKey: key } },
  };
}
