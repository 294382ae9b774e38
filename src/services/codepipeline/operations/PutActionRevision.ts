import { findActionRevision, putActionRevision } from '../../../store/codepipeline/action-revisions.ts';
import type { PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import type { Tx } from '../../../store/database.ts';
import { actionNotFound, stageNotFound, validation } from '../errors.ts';
import { type CodePipelineCall, requireLockedPipeline } from '../find.ts';
import type {
  ActionDeclaration,
  PipelineDeclaration,
  PutActionRevisionInput,
  PutActionRevisionOutput,
} from '../shapes.ts';
import { startPipeline } from '../starts/start-pipeline.ts';

/**
 * A source has a revision the pipeline does not know: it runs with it. The revision that was put last is not new: it starts
 * nothing, and the execution it started before is answered.
 *
 * Gaps: the text of AWS on newRevision contradicts its name; the name is followed. Whether there is such a revision its source
 * action finds out, and fails with its name: AWS tells of no error for it here.
 */
export async function PutActionRevision(
  input: PutActionRevisionInput,
  call: CodePipelineCall,
): Promise<PutActionRevisionOutput> {
  return call.rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, input.pipelineName);
    const action = await requireSource(tx, pipeline, input, call);
    const place = { pipelineId: pipeline.id, stage: input.stageName, action: action.name };
    const { revisionId, revisionChangeId, created } = input.actionRevision;
    const known = await findActionRevision(tx, place);
    if (known?.revisionId === revisionId) return { newRevision: false, pipelineExecutionId: known.executionId };
    const executionId = await startWith(tx, pipeline, action, revisionId, call);
    await putActionRevision(tx, {
      ...place,
      revisionId,
      changeId: revisionChangeId,
      created: created.getTime(),
      executionId,
    });
    return { newRevision: true, pipelineExecutionId: executionId };
  });
}

async function requireSource(
  tx: Tx,
  pipeline: PipelineRow,
  { stageName, actionName }: PutActionRevisionInput,
  { rooms }: CodePipelineCall,
): Promise<ActionDeclaration> {
  const { stages } = (await rooms.declarations.read(tx, pipeline.id, pipeline.version)) as PipelineDeclaration;
  const stage = stages.find(({ name }) => name === stageName);
  if (stage === undefined) throw stageNotFound(pipeline.name, stageName);
  const action = stage.actions.find(({ name }) => name === actionName);
  if (action === undefined) throw actionNotFound(stageName, actionName);
  if (action.actionTypeId.category !== 'Source')
    throw validation(`Action '${actionName}' is not a source action: only sources have revisions`);
  return action;
}

async function startWith(
  tx: Tx,
  pipeline: PipelineRow,
  { name: actionName, actionTypeId }: ActionDeclaration,
  revisionValue: string,
  { rooms, principal }: CodePipelineCall,
): Promise<string> {
  const provider = await rooms.providers.find(tx, pipeline, actionTypeId);
  const [revisionType] = provider?.revisionTypes ?? [];
  const overrides = revisionType === undefined ? [] : [{ actionName, revisionType, revisionValue }];
  const trigger = { triggerType: 'PutActionRevision', triggerDetail: principal.arn } as const;
  return startPipeline(tx, pipeline, { trigger, overrides }, rooms);
}
