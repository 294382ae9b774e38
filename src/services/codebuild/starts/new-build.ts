import { type BuildToken, insertBegun, NO_PROJECT } from '../../../store/codebuild/begun.ts';
import { type BuildRow, countRunningBuilds, findBuild, findBuildByToken } from '../../../store/codebuild/builds.ts';
import { lockProject, nextBuildNumber, type ProjectPlace, type ProjectRow } from '../../../store/codebuild/projects.ts';
import type { Tx } from '../../../store/database.ts';
import type { WakeCall } from '../../../work/work.ts';
import { firstArtifacts } from '../artifact-location.ts';
import { phaseEvent, stateEvent } from '../build-events.ts';
import type { BuildFacts, BuildProgress } from '../build-facts.ts';
import { parameterMismatch, projectNotFound, tooManyBuilds } from '../errors.ts';
import { projectArn, uuidOf } from '../names.ts';
import { firstPhases } from '../phases.ts';
import { settingsOf } from '../project/project-settings.ts';
import type { CodeBuildRooms } from '../rooms.ts';

/** Work of this kind is a build to be carried to its end; the key is its id. */
export const BUILD_WORK = 'codebuild.build';

export interface BuildRequest {
  readonly place: ProjectPlace;
  readonly projectName: string;
  readonly token: BuildToken | undefined;
  readonly wake?: WakeCall | undefined;
  /** What the build is started with, from the project as it is now. */
  facts(project: ProjectRow): BuildFacts;
}

/** Starts a build, once per token. */
export async function newBuild(tx: Tx, rooms: CodeBuildRooms, request: BuildRequest): Promise<BuildRow> {
  const { place, token } = request;
  const now = rooms.clock.now();
  const project = await lockProject(tx, place, request.projectName);
  const before = token && (await findBuildByToken(tx, { ...place, token: token.token, now }));
  if (token !== undefined && before !== undefined) {
    if (before.tokenInput !== token.input) throw parameterMismatch();
    return before;
  }
  if (project === undefined) throw projectNotFound(projectArn(place, request.projectName));
  await checkLimit(tx, project);
  return insert(tx, rooms, {
    ...request,
    id: `${project.name}:${rooms.ids.uuid()}`,
    project,
    number: await nextBuildNumber(tx, project.id),
    facts: request.facts(project),
  });
}

export interface BuildWithoutProject {
  readonly place: ProjectPlace;
  /** What stands in the place of a project's name; none of a project can be like it. */
  readonly name: string;
  /** Of the build; the same is started once. */
  readonly uuid: string;
  readonly facts: BuildFacts;
  readonly wake: WakeCall;
}

/** Starts a build of the server's own, which no project has and no list shows. */
export async function newBuildWithoutProject(
  tx: Tx,
  rooms: CodeBuildRooms,
  { name, uuid, ...request }: BuildWithoutProject,
): Promise<BuildRow> {
  const id = `${name}:${uuid}`;
  const before = await findBuild(tx, id);
  if (before !== undefined) return before;
  return insert(tx, rooms, { ...request, id, project: { id: NO_PROJECT, name }, number: 1, token: undefined });
}

export interface BuildOfBatch {
  /** Locked. */
  readonly project: ProjectRow;
  readonly id: string;
  readonly facts: BuildFacts;
  readonly wake: WakeCall;
}

/** Starts a build under the id it has in its batch; undefined while the project has no room for it. */
export async function newBuildOfBatch(
  tx: Tx,
  rooms: CodeBuildRooms,
  build: BuildOfBatch,
): Promise<BuildRow | undefined> {
  const { project } = build;
  if (!(await hasRoom(tx, project))) return undefined;
  const place = { account: project.account, region: project.region };
  return insert(tx, rooms, { ...build, place, number: await nextBuildNumber(tx, project.id), token: undefined });
}

async function checkLimit(tx: Tx, project: ProjectRow): Promise<void> {
  const limit = settingsOf(project).concurrentBuildLimit;
  if (limit !== undefined && !(await hasRoom(tx, project))) throw tooManyBuilds(limit);
}

async function hasRoom(tx: Tx, project: ProjectRow): Promise<boolean> {
  const limit = settingsOf(project).concurrentBuildLimit;
  return limit === undefined || (await countRunningBuilds(tx, project.id)) < limit;
}

interface Insertion {
  readonly place: ProjectPlace;
  readonly id: string;
  readonly project: Pick<ProjectRow, 'id' | 'name'>;
  readonly number: number;
  readonly facts: BuildFacts;
  readonly token: BuildToken | undefined;
  readonly wake?: WakeCall | undefined;
}

async function insert(tx: Tx, rooms: CodeBuildRooms, insertion: Insertion): Promise<BuildRow> {
  const { place, id, project, number, facts, token, wake } = insertion;
  const now = rooms.clock.now();
  const progress = firstProgress(facts, id, now);
  await insertBegun(tx, 'builds', {
    ...place,
    id,
    projectId: project.id,
    projectName: project.name,
    number,
    facts: JSON.stringify(facts),
    progress: JSON.stringify(progress),
    created: now,
    token,
    wake,
  });
  const row = await findBuild(tx, id);
  if (row === undefined) throw new Error(`The build ${id} is gone`);
  await tellBeginning(tx, rooms, row, progress);
  await rooms.work.schedule(tx, BUILD_WORK, row.id);
  return row;
}

async function tellBeginning(tx: Tx, rooms: CodeBuildRooms, row: BuildRow, progress: BuildProgress): Promise<void> {
  const moment = { row, status: row.status, progress, time: row.created, endpoint: rooms.endpoint() };
  await rooms.events.emit(tx, stateEvent(moment));
  const [submitted] = progress.phases;
  if (submitted !== undefined) await rooms.events.emit(tx, phaseEvent(moment, submitted));
}

/** How a build stands that has not been begun. */
export function firstProgress(facts: BuildFacts, id: string, submitted: number): BuildProgress {
  return {
    ...firstPhases(submitted),
    ...firstArtifacts(facts, uuidOf(id)),
    resolvedSourceVersion: undefined,
    exportedVariables: [],
    logged: false,
  };
}
