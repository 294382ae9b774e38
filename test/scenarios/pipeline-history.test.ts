import { ListPipelineExecutionsCommand } from '@aws-sdk/client-codepipeline';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyServer } from '../harness/dummy-server.ts';
import { action, create, pipeline, QUIET, source, stage, start, untilStatus } from '../harness/pipelines.ts';
import { waitFor } from '../harness/wait.ts';

const DAY = 24 * 3600_000;

describe.each(DIALECTS)('the history of pipelines on %s', (dialect) => {
  const { client, pass } = dummyServer(dialect, { historyDays: 2 });

  it('is kept as long as the setting says, parallel executions all alike', async () => {
    for (const executionMode of ['QUEUED', 'PARALLEL'] as const) {
      const stages = [stage('Source', source()), stage('Build', action('Compile'))];
      await create(client(), pipeline(executionMode, stages, { ...QUIET, executionMode }));
    }
    const ids: Record<string, string[]> = { QUEUED: [], PARALLEL: [] };
    for (const name of ['QUEUED', 'QUEUED', 'PARALLEL', 'PARALLEL']) {
      const id = await start(client(), name);
      await untilStatus(client(), name, id, 'Succeeded');
      ids[name]?.unshift(id);
    }
    const listed = async (pipelineName: string) => {
      const { pipelineExecutionSummaries = [] } = await client().send(
        new ListPipelineExecutionsCommand({ pipelineName }),
      );
      return pipelineExecutionSummaries.map(({ pipelineExecutionId }) => pipelineExecutionId);
    };
    pass(1.5 * DAY);
    const late = await start(client(), 'PARALLEL');
    await untilStatus(client(), 'PARALLEL', late, 'Succeeded');
    expect(await listed('QUEUED')).toEqual(ids.QUEUED);
    expect(await listed('PARALLEL')).toEqual([late, ...(ids.PARALLEL ?? [])]);
    pass(DAY);
    await waitFor('the old ones to be forgotten', async () => (await listed('PARALLEL')).length === 1);
    expect(await listed('PARALLEL')).toEqual([late]);
    await waitFor('the first to be forgotten', async () => (await listed('QUEUED')).length === 1);
    expect(await listed('QUEUED')).toEqual(ids.QUEUED?.slice(0, 1));
  });
});
