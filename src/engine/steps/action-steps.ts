import type { ActionProvider } from '../../actions/action.ts';
import { actionEvent } from '../../events/codepipeline-events.ts';
import { revokeCredentials } from '../../jobs/revoke-credentials.ts';
import type { AbandonAction, StartAction } from '../../machine/decision.ts';
import type { Secrets } from '../../secrets/secrets.ts';
import {
  endAction,
  insertActionExecution,
  type NewActionExecution,
} from '../../store/codepipeline/action-executions.ts';
import { KEY_LENGTH } from '../artifact-places.ts';
import { ACTION_WORK } from '../engine-rooms.ts';
import type { ActionInput } from '../facts/action-record.ts';
import type { ActionDeclaration } from '../facts/declaration.ts';
import { actionOfEvent, executionOfEvent } from '../facts/event-facts.ts';
import { hinderedBy } from '../hindered.ts';
import { type Preparation, prepareAction } from '../prepare/prepare-action.ts';
import { type ActionPlace, openAction, sealValues } from '../prepare/sealed-actions.ts';
import { type Outcome, type Step, stageName } from './step.ts';

/** Writes down a new attempt at an action and schedules its performance. */
export async function startAction(step: Step, { stage, action: name }: StartAction): Promise<Outcome> {
  const { tx, pipeline, rooms, execution } = step;
  const action = actionDeclaration(step, stage, name);
  const place = { pipelineId: pipeline.id, stage: stageName(execution, stage), action: name };
  const open = openAction(action, place.pipelineId, place.stage, rooms.secrets);
  const prepared = prepareAction(pipeline, execution, open, () => rooms.ids.alphanumeric(KEY_LENGTH));
  const provider = await rooms.providers.find(tx, pipeline, action.actionTypeId);
  const input = sealInput(prepared.input, secretsOf(action, provider), place, rooms.secrets);
  const now = rooms.clock.now();
  const attempt = {
    id: rooms.ids.uuid(),
    ...place,
    executionId: execution.row.id,
    input: JSON.stringify(input),
    started: now,
    deadline: now + (action.timeoutInMinutes ?? provider?.timeoutMinutes ?? DEFAULT_TIMEOUT_MINUTES) * 60_000,
  };
  const written = await insertActionExecution(tx, attempt);
  const facts = executionOfEvent(pipeline, execution.row, now);
  await rooms.events.emit(tx, actionEvent(facts, actionOfEvent(attempt, input), 'STARTED'));
  if (prepared.kind === 'impossible') return refuseAction(step, attempt, prepared);
  const { account, region, name: pipelineName } = pipeline;
  const { version, overrides } = execution.row;
  const inPlace = { ...written, account, region, pipelineName, version, overrides };
  await rooms.fresh.keepWhile(tx, inPlace, () => rooms.work.schedule(tx, ACTION_WORK, attempt.id));
  return 'as-decided';
}

async function refuseAction(
  { tx, pipeline, rooms, execution }: Step,
  attempt: NewActionExecution,
  { input, code, message }: Extract<Preparation, { kind: 'impossible' }>,
): Promise<Outcome> {
  const now = rooms.clock.now();
  await endAction(tx, attempt.id, { status: 'Failed', errorCode: code, errorMessage: message, summary: message }, now);
  const result = { externalId: undefined, externalUrl: undefined, summary: message, errorCode: code };
  const facts = executionOfEvent(pipeline, execution.row, now);
  await rooms.events.emit(tx, actionEvent(facts, actionOfEvent(attempt, input, result), 'FAILED'));
  return 'facts-changed';
}

/** The attempt is over for the pipeline; what its provider does with it no longer counts. Its work finds nothing left to do. */
export async function abandonAction(
  { tx, pipeline, rooms, execution }: Step,
  { stage, action }: AbandonAction,
): Promise<Outcome> {
  const name = stageName(execution, stage);
  const attempt = execution.actions.findLast((row) => row.stage === name && row.action === action);
  if (attempt === undefined) throw new Error(`Action ${action} was not started`);
  const now = rooms.clock.now();
  await endAction(tx, attempt.id, { status: 'Abandoned', summary: hinderedBy(attempt.summary) }, now);
  await revokeCredentials(tx, attempt.id);
  await rooms.work.schedule(tx, ACTION_WORK, attempt.id);
  const facts = executionOfEvent(pipeline, execution.row, now);
  await rooms.events.emit(tx, actionEvent(facts, actionOfEvent(attempt, JSON.parse(attempt.input)), 'ABANDONED'));
  return 'as-decided';
}

function actionDeclaration({ execution }: Step, stage: number, name: string): ActionDeclaration {
  const action = execution.declaration.stages[stage]?.actions.find((candidate) => candidate.name === name);
  if (action === undefined) throw new Error(`There is no action ${name} in stage ${stage}`);
  return action;
}

const DEFAULT_TIMEOUT_MINUTES = 60;

/** What its type calls secret now, and what it called secret when the action was declared. */
function secretsOf({ sealed = [] }: ActionDeclaration, provider: ActionProvider | undefined): readonly string[] {
  const secret = (provider?.configuration ?? []).filter((property) => property.secret === true);
  return [...new Set([...sealed, ...secret.map(({ name }) => name)])];
}

function sealInput(input: ActionInput, keys: readonly string[], place: ActionPlace, secrets: Secrets): ActionInput {
  return {
    ...input,
    configuration: sealValues(input.configuration, keys, place, secrets),
    resolvedConfiguration: sealValues(input.resolvedConfiguration, keys, place, secrets),
    secrets: keys,
  };
}
