import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOfExecution,
  actionsUnderWay,
  endAction,
  insertActionExecution,
  latestOfAction,
  listActionsOfExecution,
  setActionsAside,
} from '../../../src/store/codepipeline/action-executions.ts';
import {
  conditionsInStage,
  endCondition,
  insertCondition,
  latestCondition,
  setConditionAside,
} from '../../../src/store/codepipeline/condition-executions.ts';
import {
  type ExecutionRow,
  endExecution,
  findExecution,
  insertExecution,
  latestThatPassed,
  resumeExecution,
} from '../../../src/store/codepipeline/executions.ts';
import { deleteExecution, forgottenExecutions } from '../../../src/store/codepipeline/history.ts';
import { deletePipeline, insertPipeline, lockPipelineById } from '../../../src/store/codepipeline/pipelines.ts';
import {
  endRule,
  insertRuleExecution,
  listRuleExecutions,
  recordRuleProgress,
  rulesOfCondition,
} from '../../../src/store/codepipeline/rule-executions.ts';
import {
  countRetry,
  enterStage,
  findStageExecution,
  latestInStage,
  setStageStatus,
} from '../../../src/store/codepipeline/stage-executions.ts';
import { markSwept } from '../../../src/store/codepipeline/swept-artifacts.ts';
import type { Database } from '../../../src/store/database.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';

describe.each(DIALECTS)('what is kept of executions, on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
  });
  afterAll(() => drop());

  /** An execution that ended in `Build` with the given status. */
  async function run(
    id: string,
    pipelineId: string,
    status: 'Succeeded' | 'Failed',
    more: Partial<Pick<ExecutionRow, 'mode' | 'type' | 'version' | 'rollbackTarget' | 'started'>> = {},
  ): Promise<void> {
    const { mode = 'SUPERSEDED', type = 'STANDARD', version = 1, rollbackTarget = null, started = 10 } = more;
    await database.write(async (tx) => {
      await insertExecution(tx, {
        id,
        pipelineId,
        version,
        mode,
        stage: 0,
        triggerType: 'StartPipelineExecution',
        triggerDetail: null,
        variables: '[]',
        overrides: '[]',
        sourceRevisions: '[]',
        clientToken: null,
        type,
        rollbackTarget,
        lastStage: null,
        started,
      });
      await enterStage(tx, { pipelineId, executionId: id, stage: 'Build', parallel: mode === 'PARALLEL' }, started);
      await setStageStatus(tx, id, 'Build', status, started);
      await endExecution(tx, id, { status, summary: null, now: started });
    });
  }

  it('the last in a stage is not a parallel one, and an execution that is retried stays the last', async () => {
    await run('a1', 'p1', 'Failed');
    await run('a2', 'p1', 'Failed');
    await run('a3', 'p1', 'Failed', { mode: 'PARALLEL' });
    const latest = async () => (await database.read((reader) => latestInStage(reader, 'p1', 'Build')))?.executionId;
    expect(await latest()).toBe('a2');
    await database.write(async (tx) => {
      await resumeExecution(tx, 'a2', 20);
      await countRetry(tx, 'a2', 'Build', { trigger: 'ManualStageRetry', now: 20 });
      await countRetry(tx, 'a2', 'Build', { trigger: 'AutomatedStageRetry', now: 21 });
    });
    expect(await latest()).toBe('a2');
    expect(await database.read((reader) => findStageExecution(reader, 'a2', 'Build'))).toMatchObject({
      status: 'InProgress',
      manualRetries: 1,
      autoRetries: 1,
      latestRetry: 'AutomatedStageRetry',
      entered: 10,
      updated: 21,
    });
    expect(await database.read((reader) => findExecution(reader, 'p1', 'a2'))).toMatchObject({
      status: 'InProgress',
      ending: 'none',
      inside: 1,
      attempt: 2,
    });
  });

  it('what can be rolled back to is the last of the same structure that succeeded there; of a rollback, its target', async () => {
    await run('b1', 'p2', 'Succeeded');
    await run('b2', 'p2', 'Succeeded', { version: 2 });
    await run('b3', 'p2', 'Succeeded');
    await run('b4', 'p2', 'Succeeded', { type: 'ROLLBACK', rollbackTarget: 'b1' });
    await run('b5', 'p2', 'Failed');
    await run('b6', 'p2', 'Succeeded');
    const target = async (except: string, version = 1) =>
      (await database.read((reader) => latestThatPassed(reader, { pipelineId: 'p2', stage: 'Build', version }, except)))
        ?.id;
    expect(await target('b5')).toBe('b6');
    expect(await target('b6')).toBe('b1');
    expect(await target('b6', 2)).toBe('b2');
    expect(await target('b2', 2)).toBeUndefined();
  });

  it('attempts that a retry sets aside are history', async () => {
    await run('c1', 'p3', 'Failed');
    const begin = (id: string, action: string, executionId = 'c1') =>
      database.write((tx) =>
        insertActionExecution(tx, {
          id,
          pipelineId: 'p3',
          executionId,
          stage: 'Build',
          action,
          input: '{}',
          started: 1,
          deadline: 2,
        }),
      );
    const finish = (id: string, status: 'Succeeded' | 'Failed' | 'Abandoned') =>
      database.write((tx) => endAction(tx, id, { status }, 1));
    for (const [id, action, status] of [
      ['c-one', 'One', 'Succeeded'],
      ['c-two', 'Two', 'Failed'],
      ['c-three', 'Three', 'Abandoned'],
    ] as const) {
      await begin(id, action);
      await finish(id, status);
    }
    const counting = async () =>
      (await database.read((reader) => actionsOfExecution(reader, 'c1'))).map(({ action }) => action);
    await database.write((tx) => setActionsAside(tx, 'c1', 'Build', 'failed'));
    expect(await counting()).toEqual(['One']);
    await begin('c-two-again', 'Two');
    expect(await counting()).toEqual(['One', 'Two']);
    expect(await database.read((reader) => actionsUnderWay(reader, 'p3'))).toEqual([]);
    await database.write((tx) => resumeExecution(tx, 'c1', 3));
    expect((await database.read((reader) => actionsUnderWay(reader, 'p3'))).map(({ id }) => id)).toEqual([
      'c-one',
      'c-two-again',
    ]);
    await database.write((tx) => setActionsAside(tx, 'c1', 'Build', 'all'));
    expect(await counting()).toEqual([]);
    const listed = (attempts: 'All' | 'Latest') =>
      database.read((reader) => listActionsOfExecution(reader, { id: 'c1', attempts }, 1e9, 10));
    expect([(await listed('All')).length, (await listed('Latest')).length]).toEqual([4, 0]);
    await run('c2', 'p3', 'Failed', { mode: 'PARALLEL' });
    await begin('c-parallel', 'Two', 'c2');
    expect((await database.read((reader) => latestOfAction(reader, 'p3', 'Build', 'Two')))?.id).toBe('c-two-again');
  });

  it('conditions count until they are set aside, and a rule ends once', async () => {
    await run('d1', 'p4', 'Failed');
    await database.write(async (tx) => {
      for (const [id, parallel] of [
        ['d-first', false],
        ['d-second', false],
        ['d-parallel', true],
      ] as const) {
        const executionId = parallel ? 'elsewhere' : 'd1';
        await insertCondition(tx, {
          id,
          pipelineId: 'p4',
          executionId,
          stage: 'Build',
          hook: 'onSuccess',
          parallel,
          started: 1,
        });
        await insertRuleExecution(tx, {
          id: `rule-${id}`,
          conditionId: id,
          pipelineId: 'p4',
          executionId,
          stage: 'Build',
          rule: 'Check',
          input: '{}',
          started: 1,
          deadline: 2,
        });
      }
      expect(await recordRuleProgress(tx, 'rule-d-first', { externalId: 'x', summary: 'looks' }, 2)).toBe(true);
      expect(await endRule(tx, 'rule-d-first', { status: 'Failed', errorCode: 'RuleNotMet' }, 3)).toBe(true);
      expect(await endRule(tx, 'rule-d-first', { status: 'Succeeded' }, 4)).toBe(false);
      await endCondition(tx, 'd-first', { status: 'Failed', summary: 'No', now: 3 });
      await setConditionAside(tx, 'd-first');
    });
    const read = database.read.bind(database);
    expect((await read((reader) => conditionsInStage(reader, 'd1', 'Build'))).map(({ id }) => id)).toEqual([
      'd-second',
    ]);
    expect(await read((reader) => rulesOfCondition(reader, 'd-first'))).toMatchObject([
      { status: 'Failed', begun: 1, externalId: 'x', summary: 'looks', errorCode: 'RuleNotMet', updated: 3 },
    ]);
    const place = { pipelineId: 'p4', stage: 'Build', hook: 'onSuccess' };
    expect((await read((reader) => latestCondition(reader, place)))?.id).toBe('d-second');
    const listed = async (attempts: 'All' | 'Latest', executionId?: string) =>
      (await read((reader) => listRuleExecutions(reader, { pipelineId: 'p4', executionId, attempts }, 1e9, 10))).map(
        ({ id }) => id,
      );
    expect(await listed('All')).toEqual(['rule-d-parallel', 'rule-d-second', 'rule-d-first']);
    expect(await listed('All', 'd1')).toEqual(['rule-d-second', 'rule-d-first']);
    expect(await listed('Latest', 'd1')).toEqual(['rule-d-second']);
  });

  it('old executions are forgotten, but not the last of a stage, nor what runs or is rolled back to', async () => {
    await run('e1', 'p5', 'Succeeded', { started: 100 });
    await run('e2', 'p5', 'Failed', { started: 101 });
    await run('e3', 'p5', 'Succeeded', { started: 102, mode: 'PARALLEL' });
    await run('e4', 'p5', 'Failed', { started: 103 });
    await run('e5', 'p5', 'Failed', { started: 300 });
    const forgotten = async (before: number) =>
      (await database.read((reader) => forgottenExecutions(reader, before, 100))).filter((id) => id.startsWith('e'));
    expect(await forgotten(200)).toEqual(['e1', 'e2', 'e3', 'e4']);
    await run('e6', 'p5', 'Failed', { started: 301, type: 'ROLLBACK', rollbackTarget: 'e1' });
    await database.write((tx) => resumeExecution(tx, 'e6', 302));
    await database.write((tx) => resumeExecution(tx, 'e4', 302));
    expect(await forgotten(200)).toEqual(['e2', 'e3']);
    expect(await forgotten(400)).toEqual(['e2', 'e3', 'e5']);
    await database.write(async (tx) => {
      for (const id of ['e2', 'e4']) await deleteExecution(tx, id);
    });
    const known = (id: string) => database.read((reader) => findExecution(reader, 'p5', id));
    expect([await known('e2'), (await known('e4'))?.status]).toEqual([undefined, 'InProgress']);
    expect(await database.read((reader) => findStageExecution(reader, 'e2', 'Build'))).toBeUndefined();
    expect(await database.read((reader) => findStageExecution(reader, 'e4', 'Build'))).toBeDefined();
  });

  it('that artifacts were swept is written down of what is there and over, and goes with its pipeline, its execution and a retry', async () => {
    const times = { created: 0, updated: 0 };
    const place = { account: 'a', region: 'r', version: 1, ...times };
    await database.write((tx) => insertPipeline(tx, { ...place, id: 'p6', name: 'swept' }, '{}'));
    for (const id of ['f1', 'f2', 'f3', 'f4', 'f5']) await run(id, 'p6', 'Failed', { started: 100 });
    const swept = async () => {
      const rows = await database.read((reader) =>
        reader.all<{ id: string }>('SELECT execution_id AS id FROM swept_artifacts ORDER BY execution_id'),
      );
      return rows.map(({ id }) => id);
    };
    const mark = (id: string) =>
      database.write(async (tx) => (await lockPipelineById(tx, 'p6')) !== undefined && markSwept(tx, id, 200));
    expect([await mark('f1'), await mark('f1'), await mark('never-there')]).toEqual([true, false, false]);
    expect(await mark('f5')).toBe(false);
    expect(await swept()).toEqual(['f1']);
    await database.write((tx) => resumeExecution(tx, 'f1', 150));
    expect([await mark('f1'), await swept()]).toEqual([false, []]);
    await database.write((tx) => tx.run("UPDATE executions SET status = 'Failed' WHERE id = 'f1'"));
    expect(await mark('f1')).toBe(true);
    await Promise.all([mark('f2'), database.write((tx) => deleteExecution(tx, 'f2')), mark('f2'), mark('f3')]);
    expect(await swept()).toEqual(['f1', 'f3']);
    const remove = database.write(async (tx) => {
      await lockPipelineById(tx, 'p6');
      await deletePipeline(tx, 'p6');
    });
    await Promise.all([mark('f4'), remove, mark('f4')]);
    expect(await swept()).toEqual([]);
  });
});
