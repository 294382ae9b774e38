import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  BatchGetBuildsCommand,
  type Build,
  CreateProjectCommand,
  type CreateProjectCommandInput,
  StartBuildCommand,
  type StartBuildCommandInput,
} from '@aws-sdk/client-codebuild';
import { ACCOUNT, type Clients } from './server.ts';
import { waitFor } from './wait.ts';

export const SERVICE_ROLE = `arn:aws:iam::${ACCOUNT}:role/build`;

/** A project that builds nothing but its buildspec. */
export function project(
  name: string,
  buildspec: string | object = 'version: 0.2\nphases:\n  build:\n    commands:\n      - "true"\n',
) {
  return {
    name,
    source: { type: 'NO_SOURCE', buildspec: textOf(buildspec) },
    artifacts: { type: 'NO_ARTIFACTS' },
    environment: {
      type: 'LINUX_CONTAINER',
      image: 'aws/codebuild/standard:7.0',
      computeType: 'BUILD_GENERAL1_SMALL',
    },
    serviceRole: SERVICE_ROLE,
  } as const satisfies CreateProjectCommandInput;
}

/** JSON is YAML. */
export function textOf(buildspec: string | object): string {
  return typeof buildspec === 'string' ? buildspec : `${JSON.stringify(buildspec, undefined, 1)}\n`;
}

/** A buildspec whose commands are those of the BUILD phase. */
export function building(...commands: string[]) {
  return { version: '0.2', phases: { build: { commands } } };
}

export async function startBuild(
  { codebuild }: Pick<Clients, 'codebuild'>,
  projectName: string,
  settings: Partial<StartBuildCommandInput> = {},
): Promise<string> {
  const { build } = await codebuild.send(new StartBuildCommand({ projectName, ...settings }));
  return build?.id ?? '';
}

export async function buildOf({ codebuild }: Pick<Clients, 'codebuild'>, id: string): Promise<Build> {
  const { builds = [] } = await codebuild.send(new BatchGetBuildsCommand({ ids: [id] }));
  return builds[0] ?? {};
}

export function untilBuilt(clients: Pick<Clients, 'codebuild'>, id: string, seconds = 30): Promise<Build> {
  return waitFor(
    `build ${id} to be complete`,
    async () => {
      const build = await buildOf(clients, id);
      return build.buildComplete === true ? build : undefined;
    },
    seconds,
  );
}

/** The build log, whole. */
export async function logOf({ logs }: Pick<Clients, 'logs'>, build: Build): Promise<string> {
  const { groupName: logGroupName, streamName: logStreamName } = build.logs ?? {};
  let text = '';
  let nextToken: string | undefined;
  for (;;) {
    const page = await logs.send(
      new GetLogEventsCommand({ logGroupName, logStreamName, startFromHead: true, nextToken }),
    );
    text += (page.events ?? []).map(({ message }) => message).join('');
    if (page.nextForwardToken === nextToken) return text;
    nextToken = page.nextForwardToken;
  }
}

/** Creates a project for the buildspec, builds it, and answers the finished build with its log. */
export async function runBuildspec(
  clients: Pick<Clients, 'codebuild' | 'logs'>,
  name: string,
  buildspec: string | object,
  settings: Partial<StartBuildCommandInput> = {},
): Promise<{ readonly build: Build; readonly log: string }> {
  await clients.codebuild.send(new CreateProjectCommand(project(name, buildspec)));
  const build = await untilBuilt(clients, await startBuild(clients, name, settings));
  return { build, log: await logOf(clients, build) };
}

/** Phase and status, such as `BUILD FAILED`. */
export function phasesOf(build: Build): string[] {
  return (build.phases ?? []).map(({ phaseType, phaseStatus }) => [phaseType, phaseStatus].filter(Boolean).join(' '));
}
