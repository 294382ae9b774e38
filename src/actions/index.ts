import type { Aws } from '../aws/aws.ts';
import type { Clock } from '../kernel/clock.ts';
import type { ConsoleLinks } from '../kernel/console-links.ts';
import type { PipelineBuilds } from '../ports/builds.ts';
import type { Connections } from '../ports/connections.ts';
import type { PipelineDeployments } from '../ports/deployments.ts';
import type { ImageBuilds } from '../ports/image-builds.ts';
import type { Images } from '../ports/images.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { LogStreams } from '../ports/logs.ts';
import type { Objects } from '../ports/objects.ts';
import type { PipelineRuns } from '../ports/pipeline-runs.ts';
import type { RemoteRepositories } from '../ports/remote-repositories.ts';
import type { Repositories } from '../ports/repositories.ts';
import type { Topics } from '../ports/topics.ts';
import type { ActionProvider } from './action.ts';
import { acrossRegions } from './artifacts/across-regions.ts';
import { cloudformation } from './providers/cloudformation.ts';
import { codebuild } from './providers/codebuild.ts';
import { codecommitSource } from './providers/codecommit-source.ts';
import { codedeployDeploy } from './providers/codedeploy-deploy.ts';
import { commands } from './providers/commands.ts';
import { connectionSource } from './providers/connection-source.ts';
import { ecrBuild } from './providers/ecr-build.ts';
import { ecrSource } from './providers/ecr-source.ts';
import { ecsDeploy } from './providers/ecs-deploy.ts';
import { githubSource } from './providers/github-source.ts';
import { lambdaInvoke } from './providers/lambda-invoke.ts';
import { manualApproval } from './providers/manual-approval.ts';
import { pipelineInvoke } from './providers/pipeline-invoke.ts';
import { s3Deploy } from './providers/s3-deploy.ts';
import { s3Source } from './providers/s3-source.ts';
import { stepFunctions } from './providers/step-functions.ts';

export interface ActionRooms {
  readonly clock: Clock;
  readonly aws: Aws;
  readonly repositories: Repositories;
  readonly connections: Connections;
  readonly remotes: RemoteRepositories;
  readonly images: Images;
  readonly imageBuilds: ImageBuilds;
  readonly logs: LogStreams;
  /** Base URL of the repositories of GitHub source actions. */
  readonly githubUrl: string;
  /** Pages of the console, by region; known only once the port is open. */
  readonly links: (region: string) => ConsoleLinks;
  readonly objects: Objects;
  readonly builds: PipelineBuilds;
  readonly deployments: PipelineDeployments;
  readonly topics: Topics;
  /** Known only once the pipelines are there, whose providers these are. */
  readonly pipelines: () => PipelineRuns;
  /** For actions whose work is answered by PutJobSuccessResult or PutJobFailureResult. */
  readonly jobs: Jobs;
  /** For files while an action works on them. */
  readonly directory: string;
}

/** Every kind of action that works, one row each. A pipeline that names another is refused. */
export function createActionProviders(rooms: ActionRooms): readonly ActionProvider[] {
  const providers = [
    codecommitSource(rooms),
    connectionSource(rooms),
    githubSource(rooms),
    ecrSource(rooms),
    s3Source(rooms),
    codebuild('Build', rooms),
    codebuild('Test', rooms),
    ecrBuild(rooms),
    commands(rooms),
    manualApproval(rooms),
    codedeployDeploy(rooms),
    s3Deploy(rooms),
    pipelineInvoke(rooms),
    lambdaInvoke(rooms),
    stepFunctions(rooms),
    cloudformation(rooms),
    ecsDeploy(rooms),
  ];
  return providers.map((provider) => acrossRegions(provider, rooms.objects));
}
