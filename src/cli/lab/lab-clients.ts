import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { CodeBuildClient } from '@aws-sdk/client-codebuild';
import { CodeCommitClient } from '@aws-sdk/client-codecommit';
import { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import { CodePipelineClient } from '@aws-sdk/client-codepipeline';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { KEY, REGION } from './lab-place.ts';

/** The AWS SDK as any user would point it at the server. */
export interface LabClients {
  readonly codebuild: CodeBuildClient;
  readonly codecommit: CodeCommitClient;
  readonly codedeploy: CodeDeployClient;
  readonly codepipeline: CodePipelineClient;
  readonly events: EventBridgeClient;
  readonly logs: CloudWatchLogsClient;
  readonly s3: S3Client;
  readonly sts: STSClient;
}

export function labClients(endpoint: string): LabClients {
  // More attempts than the SDK's three: the server may be killed and started again while the lab watches.
  const settings = { endpoint, region: REGION, credentials: KEY, maxAttempts: 8 };
  return {
    codebuild: new CodeBuildClient(settings),
    codecommit: new CodeCommitClient(settings),
    codedeploy: new CodeDeployClient(settings),
    codepipeline: new CodePipelineClient(settings),
    events: new EventBridgeClient(settings),
    logs: new CloudWatchLogsClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sts: new STSClient(settings),
  };
}
