import type { Progress } from '../../actions/action.ts';
import { isServiceError } from '../../kernel/service-error.ts';
import type { RuleProvider, RuleRun } from '../../rules/rule.ts';
import { findExecution } from '../../store/codepipeline/executions.ts';
import { findPipelineById, lockPipelineById } from '../../store/codepipeline/pipelines.ts';
import {
  endRule,
  findRuleExecution,
  type RuleEnd,
  type RuleExecutionRow,
  type RuleProgress,
  recordRuleHindrance,
  recordRuleProgress,
} from '../../store/codepipeline/rule-executions.ts';
import { again, done, type Verdict } from '../../work/work.ts';
import { endWhatRuns } from '../end-what-runs.ts';
import { type EngineRooms, findRule, RULE_WORK } from '../engine-rooms.ts';
import type { RuleInput } from '../facts/rule-record.ts';
import { askInSight, timedOut, type Waiting } from '../hindered.ts';
import { settle } from '../settle.ts';

/** Evaluates one rule: has its provider start it or look at it, and records what the provider says. */
export async function performRule(ruleExecutionId: string, rooms: EngineRooms): Promise<Verdict> {
  const performance = await load(ruleExecutionId, rooms);
  if (performance === undefined) return done;
  const { row, run, provider, name } = performance;
  if (provider === undefined) {
    const message = `This server has no rule provider ${name}`;
    return complete(row, { status: 'Errored', errorCode: 'ConfigurationError', errorMessage: message }, rooms);
  }
  if (rooms.clock.now() >= row.deadline) return timeOut(row, run, provider, rooms);
  const progress = await askInSight(() => ask(row, run, provider), waiting(row), rooms);
  if ('status' in progress) return complete(row, progress, rooms);
  return record(row, progress, rooms);
}

interface Performance {
  readonly row: RuleExecutionRow;
  readonly run: RuleRun;
  readonly name: string;
  readonly provider: RuleProvider | undefined;
}

async function load(id: string, rooms: EngineRooms): Promise<Performance | undefined> {
  return rooms.database.read(async (reader) => {
    const row = await findRuleExecution(reader, id);
    if (row === undefined || row.status !== 'InProgress') return undefined;
    const pipeline = await findPipelineById(reader, row.pipelineId);
    const execution = await findExecution(reader, row.pipelineId, row.executionId);
    if (pipeline === undefined || execution === undefined) return undefined;
    const input: RuleInput = JSON.parse(row.input);
    const declaration = await rooms.declarations.find(reader, pipeline.id, execution.version);
    if (declaration === undefined) return undefined;
    const run: RuleRun = {
      ruleExecutionId: row.id,
      pipelineExecutionId: execution.id,
      account: pipeline.account,
      region: input.region,
      pipelineName: pipeline.name,
      stageName: row.stage,
      ruleName: row.rule,
      hook: input.hook ?? 'onSuccess',
      configuration: input.resolvedConfiguration,
      commands: input.commands,
      roleArn: input.roleArn ?? declaration.roleArn,
      copies: input.copies ?? [],
      inputs: input.inputArtifacts,
      externalExecutionId: row.externalId ?? undefined,
      startedAt: row.started,
      deadline: row.deadline,
      wake: { kind: RULE_WORK, key: row.id },
    };
    return { row, run, name: input.ruleTypeId.provider, provider: findRule(rooms.rules, input.ruleTypeId) };
  });
}

function waiting({ id, summary: shown }: RuleExecutionRow): Waiting {
  return { summary: shown, note: (tx, summary, now) => recordRuleHindrance(tx, id, summary, now) };
}

/** What a provider refuses is no failed check: the rule could not be evaluated. */
async function ask(row: RuleExecutionRow, run: RuleRun, provider: RuleProvider): Promise<Progress | RuleEnd> {
  try {
    return await (row.begun === 1 ? provider.poll(run) : provider.start(run));
  } catch (error) {
    if (isServiceError(error) && error.status < 500)
      return { status: 'Errored', errorCode: error.code, errorMessage: error.message };
    throw error;
  }
}

async function timeOut(
  row: RuleExecutionRow,
  run: RuleRun,
  provider: RuleProvider,
  rooms: EngineRooms,
): Promise<Verdict> {
  const ended = await endWhatRuns(row.id, () => provider.stop(run), rooms);
  if (ended !== undefined) return record(row, ended, rooms);
  const { message: errorMessage, summary } = timedOut('rule', row);
  return complete(row, { status: 'Failed', errorCode: 'TimeoutError', errorMessage, summary }, rooms);
}

async function record(row: RuleExecutionRow, progress: Progress, rooms: EngineRooms): Promise<Verdict> {
  switch (progress.kind) {
    case 'running': {
      const now = rooms.clock.now();
      const running = await rooms.database.write((tx) => recordRuleProgress(tx, row.id, reported(progress), now));
      return running ? again(Math.min(progress.pollAt ?? row.deadline, row.deadline)) : done;
    }
    case 'succeeded':
      return complete(row, { status: 'Succeeded', ...reported(progress) }, rooms);
    case 'failed': {
      const { code: errorCode, message: errorMessage } = progress;
      return complete(row, { status: 'Failed', errorCode, errorMessage, ...reported(progress) }, rooms);
    }
  }
}

/** Records the end of an evaluation and whatever follows from it, in one transaction. */
async function complete(row: RuleExecutionRow, end: RuleEnd, rooms: EngineRooms): Promise<Verdict> {
  await rooms.database.write(async (tx) => {
    const pipeline = await lockPipelineById(tx, row.pipelineId);
    if (pipeline === undefined) return;
    if (await endRule(tx, row.id, end, rooms.clock.now())) await settle(tx, pipeline, rooms);
  });
  return done;
}

function reported(progress: Progress): RuleProgress {
  return {
    externalId: progress.externalExecutionId,
    externalUrl: progress.externalExecutionUrl,
    summary: progress.summary,
  };
}
