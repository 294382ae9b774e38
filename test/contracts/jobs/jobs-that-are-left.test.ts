import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionRun } from '../../../src/actions/action.ts';
import { createJobs } from '../../../src/jobs/jobs.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import type { JobOrder } from '../../../src/ports/jobs.ts';
import { SECRET_KEY_BYTES } from '../../../src/secrets/secret-key.ts';
import { createSecrets } from '../../../src/secrets/secrets.ts';
import { endAction, insertActionExecution } from '../../../src/store/codepipeline/action-executions.ts';
import { endJob, insertJob, lockJob, newestJobOfAction } from '../../../src/store/codepipeline/jobs.ts';
import { deletePipeline, insertPipeline, lockPipelineById } from '../../../src/store/codepipeline/pipelines.ts';
import { insertRuleExecution } from '../../../src/store/codepipeline/rule-executions.ts';
import type { Database } from '../../../src/store/database.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';

const TYPE = { owner: 'Custom', category: 'Build', provider: 'Worked', version: '1' } as const;
const ORDER: JobOrder = { type: TYPE, goesTo: 'workers' };

describe.each(DIALECTS)('jobs of what is over, on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
  });
  afterAll(() => drop());

  /** A pipeline whose one action, or rule, runs; both are called by the name. */
  async function running(name: string, what: 'action' | 'rule' = 'action'): Promise<ActionRun> {
    const times = { created: 0, updated: 0 };
    const place = { pipelineId: name, executionId: `execution-${name}`, stage: 'Build', action: 'Work' };
    await database.write(async (tx) => {
      await insertPipeline(tx, { id: name, account: 'a', region: 'r', name, version: 1, ...times }, '{}');
      const row = { ...place, id: name, input: '{}', started: 0, deadline: 1000 };
      if (what === 'action') await insertActionExecution(tx, row);
      else await insertRuleExecution(tx, { ...row, conditionId: 'c', rule: 'Work' });
    });
    return {
      actionExecutionId: name,
      pipelineExecutionId: place.executionId,
      account: 'a',
      region: 'r',
      pipelineName: name,
      stageName: place.stage,
      actionName: place.action,
      configuration: {},
      commands: undefined,
      roleArn: 'role',
      copies: [],
      inputs: [],
      outputs: [],
      revisionOverride: undefined,
      externalExecutionId: undefined,
      startedAt: 0,
      deadline: 1000,
      wake: { kind: 'action', key: name },
    };
  }
  const jobs = (now = 10) => {
    const secrets = createSecrets(new Uint8Array(SECRET_KEY_BYTES), randomIds);
    const nobody = () => Promise.reject(new Error('Nobody needs credentials'));
    const credentials = { issue: nobody, revoke: nobody };
    return createJobs({ database, clock: { now: () => now }, ids: randomIds, credentials, secrets });
  };
  const open = (run: ActionRun) => jobs().open(run, ORDER);
  /** As everybody does it: under its lock. */
  const remove = (name: string) =>
    database.write(async (tx) => {
      await lockPipelineById(tx, name);
      await deletePipeline(tx, name);
    });
  const newest = (name: string) => database.read((reader) => newestJobOfAction(reader, name));

  it('an action that waits for its job has one', async () => {
    const run = await running('waits');
    expect((await open(run)).status).toBe('Queued');
    expect(await newest('waits')).toMatchObject({ status: 'Queued', provider: 'Worked' });
  });

  it('none is opened once the pipeline is gone: workers would be given it, and nobody would ever take it back', async () => {
    const run = await running('gone');
    await remove('gone');
    expect(await open(run)).toMatchObject({ status: 'Failed', outcome: { kind: 'failed' } });
    expect(await newest('gone')).toBeUndefined();
  });

  it('none is opened once the action was abandoned', async () => {
    const run = await running('abandoned');
    await database.write((tx) => endAction(tx, 'abandoned', { status: 'Abandoned' }, 10));
    expect(await open(run)).toMatchObject({ status: 'Failed', outcome: { kind: 'failed' } });
    expect(await newest('abandoned')).toBeUndefined();
  });

  it('the time of an action ends the job that nobody answered, and no other: what was answered in time counts', async () => {
    const [late, ended] = [await running('late'), await running('in-time')];
    await open(late);
    expect(await jobs(1000).expire(late)).toBeUndefined();
    expect(await newest('late')).toMatchObject({ status: 'TimedOut' });
    expect(await jobs(1000).expire(late)).toBeUndefined();
    const { id } = await open(ended);
    const outcome = { kind: 'succeeded', outputVariables: { Answer: '42' } } as const;
    await database.write((tx) => endJob(tx, id, { status: 'Succeeded', outcome: JSON.stringify(outcome) }, 999));
    expect(await jobs(1000).expire(ended)).toMatchObject({ id, status: 'Succeeded', outcome });
    expect(await newest('in-time')).toMatchObject({ status: 'Succeeded' });
  });

  it('a rule has jobs as an action has, and they go with its pipeline', async () => {
    const run = await running('ruled', 'rule');
    expect((await open(run)).status).toBe('Queued');
    await remove('ruled');
    expect(await newest('ruled')).toBeUndefined();
  });

  it('a pipeline that is deleted while a job is opened, or goes on, takes it along', async () => {
    const run = await running('meets');
    await Promise.all([open(run), remove('meets')]);
    expect(await newest('meets')).toBeUndefined();

    await open(await running('goes-on'));
    const first = await newest('goes-on');
    if (first === undefined) throw new Error('There is no job');
    const deletion = Promise.withResolvers<void>();
    const answer = database.write(async (tx) => {
      await lockJob(tx, first.id);
      remove('goes-on').then(deletion.resolve, deletion.reject);
      while (dialect === 'postgres' && !(await isSomebodyBlocked(tx))) await tx.get('SELECT 1');
      await insertJob(tx, { ...first, id: 'second', continuationToken: 'token' });
    });
    await Promise.all([answer, deletion.promise]);
    expect(await newest('goes-on')).toBeUndefined();
  });
});

async function isSomebodyBlocked(tx: Parameters<Parameters<Database['write']>[0]>[0]): Promise<boolean> {
  const row = await tx.get<{ count: number }>('SELECT COUNT(*) AS count FROM pg_locks WHERE NOT granted');
  return Number(row?.count ?? 0) > 0;
}
