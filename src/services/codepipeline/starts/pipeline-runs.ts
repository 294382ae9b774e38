import { ACTION_WORK, type EngineRooms } from '../../../engine/engine-rooms.ts';
import { arn } from '../../../kernel/arn.ts';
import { ServiceError } from '../../../kernel/service-error.ts';
import type { PipelineRunRequest, PipelineRuns } from '../../../ports/pipeline-runs.ts';
import { findActionExecution } from '../../../store/codepipeline/action-executions.ts';
import { addWaiter, waitersOf } from '../../../store/codepipeline/execution-waiters.ts';
import { findExecution } from '../../../store/codepipeline/executions.ts';
import { findPipeline, lockPipeline, type PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import type { Reader } from '../../../store/database.ts';
import { pipelineNotFound } from '../errors.ts';
import { startPipeline } from './start-pipeline.ts';

/** Pipelines that start others and wait for them. */
export function pipelineRuns(rooms: EngineRooms): PipelineRuns {
  return {
    start: (request) => start(request, rooms),
    find: (name, executionId) =>
      rooms.database.read(async (reader) => {
        const pipeline = await findPipeline(reader, name);
        const row = pipeline && (await findExecution(reader, pipeline.id, executionId));
        return row && { status: row.status, summary: row.statusSummary ?? undefined };
      }),
  };
}

function start(request: PipelineRunRequest, rooms: EngineRooms): Promise<string> {
  const { account, region, pipelineName: name, invoker, clientToken, wake } = request;
  return rooms.database.write(async (tx) => {
    const pipeline = await lockPipeline(tx, { account, region, name });
    if (pipeline === undefined) throw pipelineNotFound(name, account);
    await refuseLoop(tx, pipeline, clientToken);
    const trigger = {
      triggerType: 'StartPipelineExecution',
      triggerDetail: arn('codepipeline', region, account, invoker),
    } as const;
    const { variables, sourceRevisions: overrides } = request;
    // The slash keeps the token apart from those of clients.
    const token = `action/${clientToken}`;
    const id = await startPipeline(tx, pipeline, { trigger, variables, overrides, token }, rooms);
    const row = await findExecution(tx, pipeline.id, id);
    if (row?.status === 'InProgress' || row?.status === 'Stopping') await addWaiter(tx, id, wake);
    return id;
  });
}

/** Among those that wait for the new run its own pipeline must not be: it would find its stage locked, or start itself for ever. */
async function refuseLoop(reader: Reader, { id, name }: PipelineRow, actionExecutionId: string): Promise<void> {
  const waiting = [actionExecutionId];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const action = await findActionExecution(reader, next);
    if (action === undefined) continue;
    if (action.pipelineId === id) {
      throw new ServiceError('ConfigurationError', `Pipeline '${name}' would wait for itself: this run comes from it`);
    }
    const waiters = await waitersOf(reader, action.executionId);
    waiting.push(...waiters.filter(({ kind }) => kind === ACTION_WORK).map(({ key }) => key));
  }
}
