import type { Stack } from '@aws-sdk/client-cloudformation';
import { nextLook } from '../../aws/next-look.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { ActionProvider, ActionReport, ActionRun, DeclaredArtifacts, Progress } from '../action.ts';
import { writeOutput } from '../artifacts/artifact-files.ts';
import { hasReference, required } from '../configuration.ts';
import { holdsOverrides, type StackRooms, stackInput } from '../stack-input.ts';
import { type ChangeSet, type StackOperations, stackOperations } from '../stack-operations.ts';

const THREE_DAYS = 3 * 24 * 60;

export interface CloudFormationRooms extends StackRooms {
  readonly clock: Clock;
}

/**
 * Makes, changes and deletes stacks, at once or by change sets. Each step looks at the stack first and does what is missing: begun
 * again after a crash it goes on where it was.
 *
 * Gaps: Fn::GetArtifactAtt tells of artifacts in this server's buckets, which CloudFormation need not be able to reach. A stack policy
 * is set with the stack, not with a change set.
 */
export function cloudformation(rooms: CloudFormationRooms): ActionProvider {
  const look = async (run: ActionRun): Promise<Progress> => {
    const stacks = await stackOperations(rooms.aws, run.region, required(run, 'StackName'));
    return MODES[run.configuration.ActionMode as Mode]({ run, stacks, rooms });
  };
  return {
    type: { category: 'Deploy', owner: 'AWS', provider: 'CloudFormation', version: '1' },
    inputs: { min: 0, max: 10 },
    outputs: { min: 0, max: 1 },
    configuration: [
      { name: 'ActionMode', required: true, description: 'What is done with the stack' },
      { name: 'StackName', required: true, description: 'Stack' },
      { name: 'ChangeSetName', required: false, description: 'Change set; needed by the modes of change sets' },
      { name: 'TemplatePath', required: false, description: 'Artifact::file of the template' },
      { name: 'TemplateConfiguration', required: false, description: 'Artifact::file with parameters and tags' },
      { name: 'ParameterOverrides', required: false, description: 'JSON of parameters' },
      { name: 'Capabilities', required: false, description: 'CAPABILITY_IAM and its like, with commas between' },
      { name: 'RoleArn', required: false, description: 'Role that CloudFormation takes on' },
      { name: 'OutputFileName', required: false, description: 'File of the output artifact with the outputs' },
    ],
    timeoutMinutes: THREE_DAYS,
    check: checkConfiguration,
    start: look,
    poll: look,
    stop: async () => {},
  };
}

interface Looking {
  readonly run: ActionRun;
  readonly stacks: StackOperations;
  readonly rooms: CloudFormationRooms;
}

type Mode = 'CREATE_UPDATE' | 'REPLACE_ON_FAILURE' | 'DELETE_ONLY' | 'CHANGE_SET_REPLACE' | 'CHANGE_SET_EXECUTE';

const MODES: Readonly<Record<Mode, (looking: Looking) => Promise<Progress>>> = {
  CREATE_UPDATE: (looking) => createOrUpdate(looking, false),
  REPLACE_ON_FAILURE: (looking) => createOrUpdate(looking, true),
  DELETE_ONLY: deleteStack,
  CHANGE_SET_REPLACE: replaceChangeSet,
  CHANGE_SET_EXECUTE: executeChangeSet,
};

function checkConfiguration(
  configuration: Readonly<Record<string, string>>,
  artifacts: DeclaredArtifacts,
): string | undefined {
  const { ActionMode = '', OutputFileName, ParameterOverrides = '{}' } = configuration;
  if (!Object.hasOwn(MODES, ActionMode) && !hasReference(ActionMode))
    return `ActionMode must be one of ${Object.keys(MODES).join(', ')}`;
  const needed = hasReference(ActionMode) ? [] : neededBy(ActionMode);
  const missing = needed.find((name) => configuration[name] === undefined);
  if (missing !== undefined) return `${missing} is required when ActionMode is ${ActionMode}`;
  if (artifacts.outputs.length > 0 && OutputFileName === undefined)
    return 'an output artifact needs OutputFileName, or there is nothing in it';
  if (!hasReference(ParameterOverrides) && !holdsOverrides(ParameterOverrides))
    return 'ParameterOverrides must be a JSON object';
  for (const name of ['TemplatePath', 'TemplateConfiguration']) {
    const [artifact = '', path] = (configuration[name] ?? '').split('::');
    if (configuration[name] === undefined || hasReference(artifact)) continue;
    if (path === undefined || path === '' || !artifacts.inputs.includes(artifact))
      return `${name} must be Artifact::file, of an input artifact of the action`;
  }
  return undefined;
}

function neededBy(mode: string): readonly string[] {
  const changeSet = mode.startsWith('CHANGE_SET_') ? ['ChangeSetName'] : [];
  if (mode === 'CHANGE_SET_EXECUTE') return changeSet;
  return mode === 'DELETE_ONLY' ? ['RoleArn'] : [...changeSet, 'TemplatePath', 'RoleArn'];
}

const FAILED: readonly (string | undefined)[] = [
  'CREATE_FAILED',
  'ROLLBACK_COMPLETE',
  'ROLLBACK_FAILED',
  'DELETE_FAILED',
  'UPDATE_ROLLBACK_FAILED',
];

async function createOrUpdate(looking: Looking, replace: boolean): Promise<Progress> {
  const { run, stacks, rooms } = looking;
  const token = run.actionExecutionId;
  const stack = await stacks.find();
  if (stack === undefined) {
    if (run.externalExecutionId !== undefined) return gone(run);
    return running(looking, await stacks.create(await stackInput(run, rooms), token));
  }
  if (run.externalExecutionId !== undefined || (await stacks.wasBegunBy(token))) return outcomeOf(looking, stack);
  if (replace && stack.StackStatus === 'DELETE_IN_PROGRESS') return running(looking);
  if (replace && FAILED.includes(stack.StackStatus)) {
    await stacks.delete(`${token}-replaced`, run.configuration.RoleArn);
    return running(looking);
  }
  const changes = await stacks.update(await stackInput(run, rooms), token);
  return changes ? running(looking, stack.StackId) : succeeded(looking, stack, 'No updates are to be performed.');
}

async function deleteStack(looking: Looking): Promise<Progress> {
  const { run, stacks } = looking;
  const stack = await stacks.find();
  if (stack === undefined) return { kind: 'succeeded', summary: 'The stack is deleted' };
  if (run.externalExecutionId === undefined && !(await stacks.wasBegunBy(run.actionExecutionId))) {
    await stacks.delete(run.actionExecutionId, run.configuration.RoleArn);
    return running(looking, stack.StackId);
  }
  return stack.StackStatus === 'DELETE_FAILED' ? failed(looking, stack) : running(looking, stack.StackId);
}

const NOTHING_CHANGES = /didn't contain changes|No updates are to be performed/;

async function replaceChangeSet(looking: Looking): Promise<Progress> {
  const { run, stacks } = looking;
  const name = required(run, 'ChangeSetName');
  const found = await stacks.findChangeSet(name);
  if (run.externalExecutionId === undefined)
    return found === undefined ? propose(looking, name) : drop(looking, name, found);
  const common: ActionReport = { externalExecutionId: run.externalExecutionId };
  if (found === undefined) return gone(run);
  if (found.status === 'CREATE_COMPLETE')
    return { kind: 'succeeded', ...common, summary: `Change set ${name} created` };
  if (found.status !== 'FAILED') return running(looking, run.externalExecutionId);
  if (NOTHING_CHANGES.test(found.reason)) return { kind: 'succeeded', ...common, summary: found.reason };
  return { kind: 'failed', ...common, code: 'JobFailed', message: `The change set ${name} failed: ${found.reason}` };
}

async function propose(looking: Looking, name: string): Promise<Progress> {
  const { run, stacks, rooms } = looking;
  const input = await stackInput(run, rooms);
  const stack = await stacks.find();
  const isNew = stack === undefined || stack.StackStatus === 'REVIEW_IN_PROGRESS';
  return running(looking, await stacks.createChangeSet(name, input, isNew, run.actionExecutionId));
}

/** One of the same name is in the way. */
async function drop(looking: Looking, name: string, { status }: ChangeSet): Promise<Progress> {
  if (!status.startsWith('DELETE_')) await looking.stacks.dropChangeSet(name);
  return running(looking);
}

async function executeChangeSet(looking: Looking): Promise<Progress> {
  const { run, stacks } = looking;
  const name = required(run, 'ChangeSetName');
  const stack = await stacks.find();
  if (stack === undefined) return gone(run);
  if (run.externalExecutionId !== undefined || (await stacks.wasBegunBy(run.actionExecutionId)))
    return outcomeOf(looking, stack);
  const found = await stacks.findChangeSet(name);
  if (found === undefined) {
    return { kind: 'failed', code: 'ConfigurationError', message: `The stack has no change set ${name}` };
  }
  if (found.status === 'FAILED' && NOTHING_CHANGES.test(found.reason)) return succeeded(looking, stack, found.reason);
  await stacks.executeChangeSet(name, run.actionExecutionId);
  return running(looking, stack.StackId);
}

async function outcomeOf(looking: Looking, stack: Stack): Promise<Progress> {
  const status = stack.StackStatus ?? '';
  if (status.endsWith('_IN_PROGRESS')) return running(looking, stack.StackId);
  const good = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'].includes(status);
  return good ? succeeded(looking, stack) : failed(looking, stack);
}

function running({ run, rooms }: Looking, externalExecutionId?: string): Progress {
  return { kind: 'running', externalExecutionId, pollAt: nextLook(run, rooms.clock) };
}

async function succeeded({ run, rooms }: Looking, stack: Stack, summary?: string): Promise<Progress> {
  const outputVariables = Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
  const { OutputFileName } = run.configuration;
  if (OutputFileName !== undefined)
    await writeOutput(run, { path: OutputFileName, text: JSON.stringify(outputVariables, undefined, 2) }, rooms);
  return {
    kind: 'succeeded',
    externalExecutionId: stack.StackId,
    summary: summary ?? `Stack ${stack.StackName} is ${stack.StackStatus}`,
    outputVariables,
  };
}

async function failed({ run, stacks }: Looking, stack: Stack): Promise<Progress> {
  const reason = (await stacks.firstFailure(run.actionExecutionId)) ?? stack.StackStatusReason;
  const message = `Stack ${stack.StackName} is ${stack.StackStatus}${reason === undefined ? '' : `: ${reason}`}`;
  return { kind: 'failed', externalExecutionId: stack.StackId, code: 'JobFailed', message };
}

function gone(run: ActionRun): Progress {
  const message = `The stack ${required(run, 'StackName')} is not there`;
  return { kind: 'failed', code: 'JobFailed', message };
}
