import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endExecution, insertExecution } from '../../../src/store/codepipeline/executions.ts';
import { deleteExecution } from '../../../src/store/codepipeline/history.ts';
import type { Database } from '../../../src/store/database.ts';
import { eventsOfExecution, forgetLoneEvents, keepEvents, lastEvents } from '../../../src/store/kept-events.ts';
import { DIALECTS, openTestDatabase } from '../../harness/databases.ts';

const HERE = { account: '1', region: 'eu-west-1' };
const THERE = { account: '1', region: 'us-east-1' };

describe.each(DIALECTS)('events that are kept, on %s', (dialect) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openTestDatabase(dialect));
    await database.write((tx) =>
      insertExecution(tx, {
        id: 'run',
        pipelineId: 'p',
        version: 1,
        mode: 'SUPERSEDED',
        stage: 0,
        triggerType: 'StartPipelineExecution',
        triggerDetail: null,
        variables: '[]',
        overrides: '[]',
        sourceRevisions: '[]',
        clientToken: null,
        type: 'STANDARD',
        rollbackTarget: null,
        lastStage: null,
        started: 1,
      }),
    );
  });
  afterAll(() => drop());

  const keep = (texts: readonly string[], now: number, executionId: string | null, place = HERE) =>
    database.write((tx) =>
      keepEvents(
        tx,
        texts.map((event) => ({ ...place, event, executionId })),
        now,
      ),
    );
  const last = async () =>
    (await database.read((reader) => lastEvents(reader, HERE, { before: Number.MAX_SAFE_INTEGER, limit: 9 }))).map(
      ({ event }) => event,
    );
  const ofRun = async () =>
    (await database.read((reader) => eventsOfExecution(reader, HERE, 'run', { after: 0, limit: 9 }))).map(
      ({ event }) => event,
    );

  it('stay in their order, bus by bus; those of no execution go when they are old, portion by portion', async () => {
    await keep([], 1, null);
    await keep(['a', 'b'], 1, null);
    await keep(['one', 'two'], 1, 'run');
    await keep(['elsewhere'], 1, null, THERE);
    await keep(['of one that is gone'], 5, 'gone');
    expect(await last()).toEqual(['of one that is gone', 'two', 'one', 'b', 'a']);
    const forget = () => database.write((tx) => forgetLoneEvents(tx, 5, 2));
    expect([await forget(), await forget(), await forget()]).toEqual([2, 1, 0]);
    expect(await last()).toEqual(['of one that is gone', 'two', 'one']);
  });

  it('go with their execution', async () => {
    expect(await ofRun()).toEqual(['one', 'two']);
    await database.write(async (tx) => {
      await endExecution(tx, 'run', { status: 'Succeeded', summary: null, now: 9 });
      await deleteExecution(tx, 'run');
    });
    expect(await ofRun()).toEqual([]);
    expect(await last()).toEqual(['of one that is gone']);
  });
});
