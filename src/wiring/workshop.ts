import { join } from 'node:path';
import { createAws } from '../aws/aws.ts';
import { createStoredValues } from '../aws/stored-values.ts';
import { type Config, DEFAULT_GITHUB_URL } from '../config.ts';
import { createRemoteRepositories } from '../git/remote-repositories.ts';
import { createCodeBuild } from '../services/codebuild/index.ts';
import { createCodeCommit } from '../services/codecommit/index.ts';
import { createCodeConnections } from '../services/codeconnections/index.ts';
import { createCodeDeploy } from '../services/codedeploy/index.ts';
import type { DeploymentTimeouts } from '../services/codedeploy/timeouts.ts';
import { createLogs } from '../services/logs/index.ts';
import { createS3 } from '../services/s3/index.ts';
import { createSns } from '../services/sns/index.ts';
import type { Base } from './ground.ts';

/** Settings of the server, and where it is reached once its port is open. */
export interface Site {
  readonly config: Config;
  endpoint(): string;
}

/** The services that pipelines work with: they know nothing of pipelines, and each can be used alone. */
export type Workshop = ReturnType<typeof wireWorkshop>;

export function wireWorkshop({ config, endpoint }: Site, base: Base, timeouts?: Partial<DeploymentTimeouts>) {
  const { keys, secrets, changes, gitEvents, rooms } = base;
  const s3 = createS3({ ...rooms, changes, directory: join(config.data, 'objects') });
  const codecommit = createCodeCommit({
    ...rooms,
    changes,
    gitEvents,
    keys,
    directory: join(config.data, 'repositories'),
  });
  const codeconnections = createCodeConnections({ ...rooms, secrets });
  const remotes = createRemoteRepositories({
    ids: rooms.ids,
    clock: rooms.clock,
    directory: join(config.data, 'fetched'),
  });
  const logs = createLogs(rooms);
  const aws = createAws(config.aws);
  const codebuild = createCodeBuild({
    ...rooms,
    objects: s3.objects,
    repositories: codecommit.repositories,
    connections: codeconnections.connections,
    remotes,
    logs: logs.streams,
    stored: createStoredValues(aws),
    credentials: keys,
    secrets,
    githubUrl: config.githubUrl ?? DEFAULT_GITHUB_URL,
    directory: join(config.data, 'builds'),
    runner: config.runner,
    runnerOptions: config.runnerOptions,
    endpoint,
  });
  const sns = createSns({ ...rooms, endpoint: () => config.publicUrl ?? endpoint() });
  const codedeploy = createCodeDeploy({ ...rooms, timeouts });
  return { s3, codecommit, codeconnections, remotes, logs, aws, codebuild, sns, codedeploy };
}
