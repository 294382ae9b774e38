import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { CodeBuildClient } from '@aws-sdk/client-codebuild';
import { CodeCommitClient } from '@aws-sdk/client-codecommit';
import { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import { CodePipelineClient } from '@aws-sdk/client-codepipeline';
import { CodeStarConnectionsClient } from '@aws-sdk/client-codestar-connections';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { STSClient } from '@aws-sdk/client-sts';
import type { Config } from '../../src/config.ts';
import { startVelocius } from '../../src/main.ts';
import type { Outside } from '../../src/wiring/ground.ts';
import { ACCOUNT, REGION } from './account.ts';
import { makeArtifactBucket } from './artifact-bucket.ts';
import { type Dialect, everyRow, everythingStored, makePlace } from './databases.ts';

export { ACCOUNT, REGION };

/** A real server on a free port with a bucket for artifacts, and the AWS SDK's clients pointed at it. Close it in `afterAll`. */
export interface TestServer extends Clients {
  readonly endpoint: string;
  readonly directory: string;
  /** What the server logged as errors; a test that expects none checks that it is empty. */
  readonly errors: string[];
  /** All that its database holds. */
  stored(): Promise<string>;
  /** The rows that are there now. */
  rows(): Promise<string>;
  close(): Promise<void>;
}

export interface Clients {
  readonly codepipeline: CodePipelineClient;
  readonly codecommit: CodeCommitClient;
  readonly codebuild: CodeBuildClient;
  readonly codedeploy: CodeDeployClient;
  readonly connections: CodeStarConnectionsClient;
  readonly events: EventBridgeClient;
  readonly logs: CloudWatchLogsClient;
  readonly s3: S3Client;
  readonly sns: SNSClient;
  readonly sts: STSClient;
}

export async function startTestServer(
  dialect: Dialect = 'sqlite',
  settings: Partial<Config> = {},
  outside: Outside = {},
): Promise<TestServer> {
  const place = await makePlace(dialect);
  const errors: string[] = [];
  const velocius = await startVelocius(
    {
      host: '127.0.0.1',
      port: 0,
      data: place.directory,
      database: place.url,
      account: ACCOUNT,
      runner: 'process',
      rootKey: undefined,
      strict: true,
      ...settings,
    },
    {
      ...outside,
      log: { info: () => {}, error: (message, facts) => errors.push(`${message} ${String(facts?.error ?? '')}`) },
    },
  );
  const clients = clientsOf(velocius.endpoint);
  await makeArtifactBucket(
    settings.rootKey === undefined ? clients.s3 : clientsOf(velocius.endpoint, settings.rootKey).s3,
  );
  return {
    ...clients,
    endpoint: velocius.endpoint,
    directory: place.directory,
    errors,
    stored: () => everythingStored(place),
    rows: () => everyRow(place),
    close: async () => {
      for (const client of Object.values(clients)) client.destroy();
      await velocius.close();
      await place.drop();
    },
  };
}

export interface TestKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const ROOT: TestKey = { accessKeyId: 'test', secretAccessKey: 'test' };

/** Signed by the root key, or by another one. */
export function clientsOf(endpoint: string, credentials: TestKey = ROOT): Clients {
  const settings = {
    endpoint,
    region: REGION,
    credentials,
    // An error answer is what a test wants to see, not something to try again.
    maxAttempts: 1,
  };
  return {
    codepipeline: new CodePipelineClient(settings),
    codecommit: new CodeCommitClient(settings),
    codebuild: new CodeBuildClient(settings),
    codedeploy: new CodeDeployClient(settings),
    connections: new CodeStarConnectionsClient(settings),
    events: new EventBridgeClient(settings),
    logs: new CloudWatchLogsClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sns: new SNSClient(settings),
    sts: new STSClient(settings),
  };
}
