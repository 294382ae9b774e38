import { type BuildToken, insertBegun } from '../../../store/codebuild/begun.ts';
import { type BuildBatchRow, findBuildBatch, findBuildBatchByToken } from '../../../store/codebuild/build-batches.ts';
import { lockProject, nextBatchNumber, type ProjectPlace, type ProjectRow } from '../../../store/codebuild/projects.ts';
import type { Tx } from '../../../store/database.ts';
import type { WakeCall } from '../../../work/work.ts';
import type { BatchFacts, BatchProgress } from '../batch-facts.ts';
import { BATCH_WORK } from '../batch-work.ts';
import { parameterMismatch, projectNotFound } from '../errors.ts';
import { projectArn } from '../names.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { firstBatchArtifacts } from './batch-artifacts.ts';
import { firstBatchPhases } from './batch-phases.ts';
import { newGroup, READING } from './groups.ts';

const MINUTE = 60_000;

export interface BatchRequest {
  readonly place: ProjectPlace;
  readonly projectName: string;
  readonly token: BuildToken | undefined;
  readonly wake?: WakeCall | undefined;
  /** What the batch is started with, from the project as it is now. */
  facts(project: ProjectRow): BatchFacts;
}

/** Starts a batch, once per token. Its first build is started by the batch's work, when the project has room for it. */
export async function newBatch(tx: Tx, rooms: CodeBuildRooms, request: BatchRequest): Promise<BuildBatchRow> {
  const { place, token, wake } = request;
  const now = rooms.clock.now();
  const project = await lockProject(tx, place, request.projectName);
  const before = token && (await findBuildBatchByToken(tx, { ...place, token: token.token, now }));
  if (token !== undefined && before !== undefined) {
    if (before.tokenInput !== token.input) throw parameterMismatch();
    return before;
  }
  if (project === undefined) throw projectNotFound(projectArn(place, request.projectName));
  const facts = request.facts(project);
  const id = `${project.name}:${rooms.ids.uuid()}`;
  await insertBegun(tx, 'build_batches', {
    account: place.account,
    region: place.region,
    id,
    projectId: project.id,
    projectName: project.name,
    number: await nextBatchNumber(tx, project.id),
    facts: JSON.stringify(facts),
    progress: JSON.stringify(firstBatchProgress(rooms, { facts, id, projectName: project.name, now })),
    created: now,
    token,
    wake,
  });
  await rooms.work.schedule(tx, BATCH_WORK, id);
  const row = await findBuildBatch(tx, id);
  if (row === undefined) throw new Error(`The batch ${id} is gone`);
  return row;
}

interface Beginning {
  readonly facts: BatchFacts;
  readonly id: string;
  readonly projectName: string;
  readonly now: number;
}

function firstBatchProgress(rooms: CodeBuildRooms, { facts, id, projectName, now }: Beginning): BatchProgress {
  return {
    ...firstBatchPhases(now),
    ...firstBatchArtifacts(facts, id),
    groups: [newGroup(rooms, { task: READING, projectName, now })],
    fastFail: false,
    resolvedSourceVersion: undefined,
    deadline: deadlineOf(facts, now),
  };
}

export function deadlineOf({ config }: BatchFacts, now: number): number {
  return now + config.timeoutInMins * MINUTE;
}
