import {
  BatchGetBuildBatchesCommand,
  type BuildBatch,
  CreateProjectCommand,
  type CreateProjectCommandInput,
  StartBuildBatchCommand,
  type StartBuildBatchCommandInput,
} from '@aws-sdk/client-codebuild';
import { project } from './builds.ts';
import { ACCOUNT, type Clients } from './server.ts';
import { waitFor } from './wait.ts';

export const BATCH_ROLE = `arn:aws:iam::${ACCOUNT}:role/batch`;

/** Creates a project that may build batches. */
export async function createBatchProject(
  { codebuild }: Pick<Clients, 'codebuild'>,
  name: string,
  buildspec: string | object,
  settings: Partial<CreateProjectCommandInput> = {},
): Promise<void> {
  await codebuild.send(
    new CreateProjectCommand({
      ...project(name, buildspec),
      buildBatchConfig: { serviceRole: BATCH_ROLE },
      ...settings,
    }),
  );
}

export async function startBatch(
  { codebuild }: Pick<Clients, 'codebuild'>,
  projectName: string,
  settings: Partial<StartBuildBatchCommandInput> = {},
): Promise<string> {
  const { buildBatch } = await codebuild.send(new StartBuildBatchCommand({ projectName, ...settings }));
  return buildBatch?.id ?? '';
}

export async function batchOf({ codebuild }: Pick<Clients, 'codebuild'>, id: string): Promise<BuildBatch> {
  const { buildBatches = [] } = await codebuild.send(new BatchGetBuildBatchesCommand({ ids: [id] }));
  return buildBatches[0] ?? {};
}

export function untilBatched(clients: Pick<Clients, 'codebuild'>, id: string, seconds = 30): Promise<BuildBatch> {
  return waitFor(
    `batch ${id} to be complete`,
    async () => {
      const batch = await batchOf(clients, id);
      return batch.complete === true ? batch : undefined;
    },
    seconds,
  );
}

/** The id of the build that carries a task out. */
export function buildIdOf({ buildGroups = [] }: BuildBatch, identifier: string): string {
  const group = buildGroups.find((one) => one.identifier === identifier);
  return group?.currentBuildSummary?.arn?.split('build/').at(-1) ?? '';
}

/** Task and status, such as `build1 SUCCEEDED`. */
export function groupsOf({ buildGroups = [] }: BuildBatch): string[] {
  return buildGroups.map(({ identifier, currentBuildSummary }) => `${identifier} ${currentBuildSummary?.buildStatus}`);
}

/** Phase and status, such as `IN_PROGRESS CLIENT_ERROR`. */
export function batchPhasesOf({ phases = [] }: BuildBatch): string[] {
  return phases.map(({ phaseType, phaseStatus }) => [phaseType, phaseStatus].filter(Boolean).join(' '));
}
