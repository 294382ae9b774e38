import type { Artifact, SourceRevision } from '../../actions/action.ts';
import { actionEvent } from '../../events/codepipeline-events.ts';
import { type ActionProgress, type Attempt, endAction } from '../../store/codepipeline/action-executions.ts';
import { type ExecutionRow, setSourceRevisions } from '../../store/codepipeline/executions.ts';
import { lockPipelineById, type PipelineRow } from '../../store/codepipeline/pipelines.ts';
import type { Tx } from '../../store/database.ts';
import type { EngineRooms } from '../engine-rooms.ts';
import type { ActionInput, ActionOutput, RecordedRevision } from '../facts/action-record.ts';
import { actionOfEvent, executionOfEvent } from '../facts/event-facts.ts';
import { loadFacts } from '../facts/load-facts.ts';
import { settle } from '../settle.ts';
import { exceedsLimit, MAX_OUTPUT_VARIABLES } from '../variable-limits.ts';

/** How an attempt ended. */
export type Completion = ActionProgress & { readonly updatedBy?: string | undefined } & (
    | {
        readonly status: 'Succeeded';
        readonly variables?: Readonly<Record<string, string>> | undefined;
        readonly revision?: SourceRevision | undefined;
      }
    | { readonly status: 'Failed'; readonly code: string; readonly message: string }
  );

/**
 * Records the end of an attempt and whatever follows from it, in one transaction. Answers false when the attempt is over
 * already: an abandoned action's late result, or a second report of the same end, changes nothing.
 */
export async function completeAction(tx: Tx, row: Attempt, reported: Completion, rooms: EngineRooms): Promise<boolean> {
  const completion = withinLimits(reported);
  const input: ActionInput = JSON.parse(row.input);
  const now = rooms.clock.now();
  // Sent together, done in this order: the action is ended under the lock, and the facts are those after it. A pipeline takes its
  // actions with it when it goes, so that there is none left to end.
  const [pipeline, ended, loaded] = await Promise.all([
    lockPipelineById(tx, row.pipelineId),
    endAction(tx, row.id, endOf(completion, input), now),
    loadFacts(tx, row.pipelineId, rooms.declarations),
  ]);
  const execution = loaded.executions.get(row.executionId)?.row;
  if (pipeline === undefined || execution === undefined || !ended) return false;
  await rooms.events.emit(tx, endEvent({ pipeline, execution, row, input, completion, now: rooms.clock.now() }));
  const isSource = input.actionTypeId.category === 'Source';
  if (completion.status === 'Succeeded' && completion.revision !== undefined && isSource) {
    await recordRevision(tx, execution, row, input, completion.revision);
    await settle(tx, pipeline, rooms);
  } else await settle(tx, pipeline, rooms, loaded);
  return true;
}

/** An action that says more than variables can hold has failed. */
function withinLimits(completion: Completion): Completion {
  if (completion.status === 'Failed' || !exceedsLimit(completion.variables)) return completion;
  const { variables, revision, status, ...progress } = completion;
  const message = `The output variables of the action exceed ${MAX_OUTPUT_VARIABLES} bytes`;
  return { ...progress, status: 'Failed', code: 'OutputVariablesSizeExceeded', message };
}

function endOf(completion: Completion, input: ActionInput): Parameters<typeof endAction>[2] {
  if (completion.status === 'Failed') {
    const { code, message, ...progress } = completion;
    return { ...progress, errorCode: code, errorMessage: message };
  }
  const { variables, revision, ...progress } = completion;
  const output: ActionOutput = {
    outputArtifacts: input.outputArtifacts.map((artifact) => withRevision(artifact, input, revision)),
    variables: variables ?? {},
    revision,
  };
  return { ...progress, output: JSON.stringify(output) };
}

/** Outputs carry the revision of the source they come from. */
function withRevision(artifact: Artifact, input: ActionInput, revision: SourceRevision | undefined): Artifact {
  const revisionId = revision?.revisionId ?? input.inputArtifacts[0]?.revisionId;
  return revisionId === undefined ? artifact : { ...artifact, revisionId };
}

async function recordRevision(
  tx: Tx,
  execution: ExecutionRow,
  row: Attempt,
  input: ActionInput,
  revision: SourceRevision,
): Promise<void> {
  const known: RecordedRevision[] = JSON.parse(execution.sourceRevisions);
  const recorded: RecordedRevision = {
    actionName: row.action,
    artifactName: input.outputArtifacts[0]?.name,
    ...revision,
  };
  const revisions = [...known.filter(({ actionName }) => actionName !== row.action), recorded];
  await setSourceRevisions(tx, execution.id, JSON.stringify(revisions));
}

interface Ended {
  readonly pipeline: PipelineRow;
  readonly execution: ExecutionRow;
  readonly row: Attempt;
  readonly input: ActionInput;
  readonly completion: Completion;
  readonly now: number;
}

function endEvent({ pipeline, execution, row, input, completion, now }: Ended) {
  const failed = completion.status === 'Failed';
  const result = {
    externalId: completion.externalId ?? row.externalId ?? undefined,
    externalUrl: completion.externalUrl ?? row.externalUrl ?? undefined,
    summary: completion.summary ?? row.summary ?? (failed ? completion.message : undefined),
    errorCode: failed ? completion.code : undefined,
  };
  return actionEvent(
    executionOfEvent(pipeline, execution, now),
    actionOfEvent(row, input, result),
    failed ? 'FAILED' : 'SUCCEEDED',
  );
}
