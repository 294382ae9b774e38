import type { EngineRooms } from '../../engine/engine-rooms.ts';
import type { Delivery, RuleTarget } from '../../ports/rule-target.ts';
import { lockPipeline } from '../../store/pipelines.ts';
import { pipelineNotFound, validation } from './errors.ts';
import { start } from './operations/StartPipelineExecution.ts';
import type { SourceRevisionOverrideList, StartPipelineExecutionInput } from './shapes.ts';

/**
 * Event rules start pipelines. An event as it is starts the pipeline with the newest revisions; a shaped input may carry
 * `sourceRevisions` and `variables`. One event starts a pipeline once, however often it is delivered.
 */
export function pipelineTarget(rooms: EngineRooms): RuleTarget {
  return {
    service: 'codepipeline',
    needsRole: true,
    accepts: ({ resource }) => /^[A-Za-z0-9.@\-_]{1,100}$/.test(resource),
    deliver: (delivery) => deliver(delivery, rooms),
  };
}

async function deliver(delivery: Delivery, rooms: EngineRooms): Promise<void> {
  const { account, region, resource: name } = delivery.target;
  const shaped = delivery.shaped ? readInput(delivery.payload) : {};
  const input: StartPipelineExecutionInput = { ...shaped, name, clientRequestToken: `event-${delivery.id}` };
  const trigger = { triggerType: 'CloudWatchEvent', triggerDetail: delivery.ruleArn };
  await rooms.database.write(async (tx) => {
    const pipeline = await lockPipeline(tx, { account, region, name });
    if (pipeline === undefined) throw pipelineNotFound(name, account);
    await start(tx, { pipeline, input, trigger, call: { rooms } });
  });
}

function readInput(payload: string): Pick<StartPipelineExecutionInput, 'sourceRevisions' | 'variables'> {
  const value = parse(payload);
  if (typeof value !== 'object' || value === null) throw validation('The input of the pipeline is not a JSON object');
  const { sourceRevisions, variables } = value as Record<string, unknown>;
  return { sourceRevisions: readOverrides(sourceRevisions), variables: readVariables(variables) };
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    throw validation('The input of the pipeline is not JSON');
  }
}

const REVISION_TYPES: readonly unknown[] = ['COMMIT_ID', 'IMAGE_DIGEST', 'S3_OBJECT_VERSION_ID', 'S3_OBJECT_KEY'];

function readOverrides(value: unknown): SourceRevisionOverrideList | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every(isOverride))
    throw validation('sourceRevisions of the input is not a list of source revisions');
  return value;
}

function isOverride(value: unknown): value is SourceRevisionOverrideList[number] {
  if (typeof value !== 'object' || value === null) return false;
  const { actionName, revisionType, revisionValue } = value as Record<string, unknown>;
  return typeof actionName === 'string' && typeof revisionValue === 'string' && REVISION_TYPES.includes(revisionType);
}

function readVariables(value: unknown): StartPipelineExecutionInput['variables'] {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every(isVariable))
    throw validation('variables of the input is not a list of variables');
  return value;
}

function isVariable(value: unknown): value is { name: string; value: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { name, value: text } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof text === 'string';
}
