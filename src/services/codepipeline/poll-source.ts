import type { ActionOutput } from '../../engine/action-record.ts';
import { isServiceError } from '../../kernel/service-error.ts';
import { latestOutput } from '../../store/action-executions.ts';
import type { Tx } from '../../store/database.ts';
import { findPipelineById, lockPipelineById, type PipelineRow } from '../../store/pipelines.ts';
import { findWatch, type SourceWatch, sawRevision } from '../../store/source-watches.ts';
import { again, done, type Verdict } from '../../work/work.ts';
import type { CodePipelineRooms } from './rooms.ts';
import type { PipelineDeclaration } from './shapes.ts';
import { ASK_EVERY_MS, newestRevision, type PolledSource, polledSource } from './source-watches.ts';
import { startPipeline } from './start-pipeline.ts';

/**
 * Looks whether a polled source has another revision than was seen last; if so the pipeline runs, once for it. Where the server
 * itself keeps the source this is done when it changes, elsewhere every minute.
 *
 * Gaps: AWS does not tell what triggerDetail is for PollForSourceChanges: it is the name of the source action. A pipeline with too
 * many executions is started later.
 */
export async function pollSource(key: string, rooms: CodePipelineRooms): Promise<Verdict> {
  const [pipelineId = '', action = ''] = key.split('/');
  const polled = await load(pipelineId, action, rooms);
  if (polled === undefined) return done;
  const { watch, source } = polled;
  const newest = await newestRevision(source);
  const inAMinute = again(rooms.clock.now() + ASK_EVERY_MS);
  if (newest !== undefined && newest !== watch.revision) {
    const started = await rooms.database.write((tx) => startIfNew(tx, { pipelineId, action, newest }, rooms));
    if (started === 'too many executions') return inAMinute;
  }
  return watch.place === null ? inAMinute : done;
}

interface Polled {
  readonly watch: SourceWatch;
  readonly source: PolledSource;
}

function load(pipelineId: string, name: string, rooms: CodePipelineRooms): Promise<Polled | undefined> {
  return rooms.database.read(async (reader) => {
    const watch = await findWatch(reader, pipelineId, name);
    const pipeline = watch && (await findPipelineById(reader, pipelineId));
    if (watch?.kind !== 'poll' || pipeline === undefined) return undefined;
    const read = await rooms.declarations.read(reader, pipeline.id, pipeline.version);
    const declaration = read as PipelineDeclaration;
    const action = declaration.stages[0]?.actions.find((candidate) => candidate.name === name);
    const source = action && polledSource(action, pipeline, rooms);
    return source && { watch, source };
  });
}

interface Change {
  readonly pipelineId: string;
  readonly action: string;
  readonly newest: string;
}

async function startIfNew(
  tx: Tx,
  { pipelineId, action, newest }: Change,
  rooms: CodePipelineRooms,
): Promise<'too many executions' | undefined> {
  const pipeline = await lockPipelineById(tx, pipelineId);
  const watch = pipeline && (await findWatch(tx, pipelineId, action));
  if (pipeline === undefined || watch === undefined || watch.revision === newest) return undefined;
  if (await isNew(tx, watch, newest)) {
    if ((await start(tx, pipeline, action, rooms)) === 'too many executions') return 'too many executions';
  }
  await sawRevision(tx, pipelineId, action, newest);
  return undefined;
}

/**
 * The first look at a source that nobody tells of finds nothing to compare with but the revision that a run took last; without a
 * run, it is what later looks are compared with.
 */
async function isNew(tx: Tx, { pipelineId, action, place, revision }: SourceWatch, newest: string): Promise<boolean> {
  if (place !== null || revision !== null) return true;
  const last = await latestOutput(tx, pipelineId, action);
  const { revision: taken }: Partial<ActionOutput> = last === undefined ? {} : JSON.parse(last);
  return taken !== undefined && taken.revisionId !== newest;
}

async function start(
  tx: Tx,
  pipeline: PipelineRow,
  action: string,
  rooms: CodePipelineRooms,
): Promise<'too many executions' | undefined> {
  const trigger = { triggerType: 'PollForSourceChanges', triggerDetail: action } as const;
  try {
    await startPipeline(tx, pipeline, { trigger }, rooms);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    if (isServiceError(error, 'ConcurrentPipelineExecutionsLimitExceededException')) return 'too many executions';
    rooms.log.info('a change of a source does not start its pipeline', { pipeline: pipeline.name, action, error });
  }
  return undefined;
}
