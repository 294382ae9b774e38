import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endAction, insertActionExecution } from '../../../src/store/codepipeline/action-executions.ts';
import {
  type ActionTypeRow,
  findActionType,
  insertActionType,
  listActionTypes,
  setActionTypeDeleted,
  updateActionType,
} from '../../../src/store/codepipeline/action-types.ts';
import {
  beginJob,
  type Demand,
  deleteOldJobs,
  endJob,
  findJob,
  insertJob,
  lockWaitingJobs,
  type NewJob,
  newestJobOfAction,
  offerJob,
} from '../../../src/store/codepipeline/jobs.ts';
import type { Database } from '../../../src/store/database.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';

const TYPE = { account: '123456789012', region: 'eu-west-1', owner: 'Custom', category: 'Build', version: '1' };

describe.each(DIALECTS)('what is kept of jobs and action types, on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
  });
  afterAll(() => drop());

  const job = (id: string, provider: string, more: Partial<NewJob> = {}): NewJob => ({
    ...TYPE,
    id,
    provider,
    actionExecutionId: `action-of-${id}`,
    status: 'Queued',
    clientId: null,
    clientToken: null,
    query: null,
    document: '{}',
    continuationToken: null,
    externalId: null,
    summary: null,
    percentComplete: null,
    wakeKind: 'kind',
    wakeKey: 'key',
    seconds: null,
    deadline: 1000,
    actionDeadline: 1000,
    permissions: null,
    created: 0,
    ...more,
  });
  const insert = (...jobs: NewJob[]) =>
    database.write(async (tx) => {
      for (const row of jobs) await insertJob(tx, row);
    });
  const waiting = (provider: string, more: Partial<Demand> = {}) =>
    database.write(async (tx) => {
      const demand = { ...TYPE, provider, query: null, limit: 10, now: 100, ...more };
      return (await lockWaitingJobs(tx, demand)).map(({ id }) => id);
    });
  const offer = (id: string, until: number) =>
    database.write((tx) => offerJob(tx, id, { nonce: `nonce-of-${id}`, until, now: 100 }));
  const find = (id: string) => database.read((reader) => findJob(reader, id));

  it('jobs wait in the order in which they came, until they are offered, begun, over or too old', async () => {
    await insert(job('w1', 'Order'), job('w2', 'Order'), job('w3', 'Order'), job('w4', 'Order', { deadline: 100 }));
    await insert(job('other', 'Other'), job('told', 'Order', { status: 'Created' }));
    expect(await waiting('Order')).toEqual(['w1', 'w2', 'w3']);
    expect(await waiting('Order', { limit: 2 })).toEqual(['w1', 'w2']);
    expect(await waiting('Order', { region: 'us-east-1' })).toEqual([]);
    await offer('w1', 160);
    expect(await waiting('Order')).toEqual(['w2', 'w3']);
    expect(await waiting('Order', { now: 160 })).toEqual(['w1', 'w2', 'w3']);
    await database.write((tx) => beginJob(tx, 'w1', 100));
    expect(await find('w1')).toMatchObject({ status: 'InProgress', nonce: 'nonce-of-w1', offeredUntil: 160 });
    expect(await waiting('Order', { now: 160 })).toEqual(['w2', 'w3']);
    await database.write((tx) => endJob(tx, 'w2', { status: 'TimedOut', outcome: '{}' }, 100));
    expect(await waiting('Order')).toEqual(['w3']);
  });

  it('jobs are found by the value of their queryable property', async () => {
    await insert(job('q1', 'Query', { query: 'a' }), job('q2', 'Query', { query: 'b' }));
    expect(await waiting('Query', { query: 'b' })).toEqual(['q2']);
    expect(await waiting('Query')).toEqual(['q1', 'q2']);
  });

  it('a job waits in vain once its action is over', async () => {
    await insert(job('lost', 'Lost'));
    const place = {
      pipelineId: 'p',
      executionId: 'e',
      stage: 's',
      action: 'a',
      input: '{}',
      started: 0,
      deadline: 1000,
    };
    await database.write((tx) => insertActionExecution(tx, { ...place, id: 'action-of-lost' }));
    expect(await waiting('Lost')).toEqual(['lost']);
    await database.write((tx) => endAction(tx, 'action-of-lost', { status: 'Abandoned' }, 50));
    expect(await waiting('Lost')).toEqual([]);
  });

  it('workers that ask at once are given different jobs', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
    await insert(...ids.map((id) => job(id, 'Contest')));
    const take = () =>
      database.write(async (tx) => {
        const rows = await lockWaitingJobs(tx, { ...TYPE, provider: 'Contest', query: null, limit: 3, now: 100 });
        for (const { id } of rows) await offerJob(tx, id, { nonce: 'n', until: 900, now: 100 });
        return rows.map(({ id }) => id);
      });
    const taken = (await Promise.all(Array.from({ length: 8 }, take))).flat();
    expect(new Set(taken).size).toBe(taken.length);
    expect([...taken, ...(await waiting('Contest', { limit: 50 }))].sort()).toEqual([...ids].sort());
  });

  it('a job ends once, with what its doer said last, and is the newest of its action until another is', async () => {
    const of = { actionExecutionId: 'twice' };
    await insert(job('e1', 'End', { ...of, externalId: 'x', summary: 'old', status: 'InProgress' }));
    const end = { status: 'Succeeded', outcome: '{"kind":"succeeded"}', summary: 'new', percentComplete: 100 } as const;
    expect(await database.write((tx) => endJob(tx, 'e1', end, 200))).toBe(true);
    expect(await database.write((tx) => endJob(tx, 'e1', { status: 'Failed', outcome: '{}' }, 300))).toBe(false);
    const ended = { status: 'Succeeded', outcome: end.outcome, externalId: 'x', summary: 'new', percentComplete: 100 };
    expect(await find('e1')).toMatchObject({ ...ended, updated: 200 });
    const newest = () => database.read((reader) => newestJobOfAction(reader, 'twice'));
    expect(await newest()).toMatchObject({ id: 'e1' });
    await insert(job('e2', 'End', of));
    expect(await newest()).toMatchObject({ id: 'e2' });
    await database.write((tx) => deleteOldJobs(tx, 200));
    expect(await find('e1')).toBeDefined();
    await database.write((tx) => deleteOldJobs(tx, 201));
    expect(await find('e1')).toBeUndefined();
    expect(await find('e2')).toBeDefined();
  });

  it('action types are kept by their name, changed, marked as deleted and listed in order', async () => {
    const row = (provider: string, more: Partial<ActionTypeRow> = {}): ActionTypeRow => ({
      ...TYPE,
      provider,
      declaration: '{}',
      clientId: 'client',
      deleted: 0,
      created: 1,
      updated: 1,
      ...more,
    });
    const list = async () =>
      (await database.read((reader) => listActionTypes(reader, TYPE.account, TYPE.region))).map(
        ({ owner, provider }) => `${owner}/${provider}`,
      );
    const add = (added: ActionTypeRow) => database.write((tx) => insertActionType(tx, added));
    expect(await add(row('B'))).toBe(true);
    expect(await add(row('B'))).toBe(false);
    await add(row('C', { owner: 'ThirdParty' }));
    await add(row('A'));
    await add(row('A', { region: 'us-east-1' }));
    expect(await list()).toEqual(['Custom/A', 'Custom/B', 'ThirdParty/C']);
    await database.write((tx) => setActionTypeDeleted(tx, row('A'), true, 2));
    expect(await list()).toEqual(['Custom/B', 'ThirdParty/C']);
    const found = await database.read((reader) => findActionType(reader, row('A')));
    expect(found).toEqual(row('A', { deleted: 1, updated: 2 }));
    expect(await add(row('A'))).toBe(false);
    await database.write((tx) => setActionTypeDeleted(tx, row('A'), false, 3));
    await database.write((tx) => updateActionType(tx, row('B'), '{"a":1}', 4));
    expect(await list()).toEqual(['Custom/A', 'Custom/B', 'ThirdParty/C']);
    const changed = await database.read((reader) => findActionType(reader, row('B')));
    expect(changed).toEqual(row('B', { declaration: '{"a":1}', updated: 4 }));
  });
});
