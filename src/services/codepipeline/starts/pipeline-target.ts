import type { EngineRooms } from '../../../engine/engine-rooms.ts';
import type { Delivery, RuleTarget } from '../../../ports/rule-target.ts';
import { lockPipeline } from '../../../store/codepipeline/pipelines.ts';
import { pipelineNotFound } from '../errors.ts';
import { readStartInput } from './start-input.ts';
import { startPipeline } from './start-pipeline.ts';

/**
 * Event rules start pipelines. An event as it is starts the pipeline with the newest revisions; a shaped input may carry
 * `sourceRevisions` and `variables`. One event starts a pipeline once, however often it is delivered.
 *
 * Gaps: `name` in a shaped input is ignored: the ARN of the target says which pipeline. A pipeline with too many executions is
 * tried again until the retry policy of the target ends.
 */
export function pipelineTarget(rooms: EngineRooms): RuleTarget {
  return {
    service: 'codepipeline',
    needsRole: true,
    accepts: ({ resource }) => /^[A-Za-z0-9.@\-_]{1,100}$/.test(resource),
    deliver: (delivery) => deliver(delivery, rooms),
  };
}

async function deliver({ target, shaped, payload, ruleArn, id }: Delivery, rooms: EngineRooms): Promise<void> {
  const { account, region, resource: name } = target;
  const input = shaped ? readStartInput(payload) : {};
  const trigger = { triggerType: 'CloudWatchEvent', triggerDetail: ruleArn } as const;
  await rooms.database.write(async (tx) => {
    const pipeline = await lockPipeline(tx, { account, region, name });
    if (pipeline === undefined) throw pipelineNotFound(name, account);
    await startPipeline(tx, pipeline, { ...input, trigger, token: `event:${id}` }, rooms);
  });
}
