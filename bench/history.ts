import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../src/store/database.ts';
import { openSqlite } from '../src/store/sqlite/sqlite.ts';
import { makeArtifactBucketAt } from './artifact-bucket.ts';
import { declaration } from './declaration.ts';
import { quantile } from './order.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { codepipelineClient, type WireClient } from './wire-client.ts';

const ROUNDS = 20;
const REQUESTS = 25;
const NAME = 'old';

export interface HistoryFigure {
  readonly operation: string;
  /** Milliseconds, 95th percentile of single requests. */
  readonly few: number;
  readonly many: number;
}

export interface HistorySizes {
  readonly few: number;
  readonly many: number;
}

/** How reading a pipeline's history slows down when it is long, on SQLite. */
export async function measureHistory(sizes: HistorySizes): Promise<HistoryFigure[]> {
  const few = await historyOf(sizes.few);
  const many = await historyOf(sizes.many);
  try {
    const times = new Map<string, { readonly few: number[]; readonly many: number[] }>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [side, { client }] of Object.entries({ few, many }) as ['few' | 'many', History][]) {
        for (const [operation, ask] of Object.entries(QUESTIONS)) {
          const of = times.get(operation) ?? { few: [], many: [] };
          times.set(operation, of);
          for (let index = 0; index < REQUESTS; index += 1) {
            const began = performance.now();
            await ask(client);
            if (round > 0) of[side].push(performance.now() - began);
          }
        }
      }
    }
    return [...times].map(([operation, of]) => ({
      operation,
      few: quantile(of.few, 0.95),
      many: quantile(of.many, 0.95),
    }));
  } finally {
    few.stop();
    many.stop();
  }
}

const QUESTIONS: Readonly<Record<string, (client: WireClient) => Promise<unknown>>> = {
  ListPipelineExecutions: (client) => client.send('ListPipelineExecutions', { pipelineName: NAME }),
  'ListPipelineExecutions, succeeded in a stage': (client) =>
    client.send('ListPipelineExecutions', {
      pipelineName: NAME,
      filter: { succeededInStage: { stageName: 'Source' } },
    }),
  ListActionExecutions: (client) => client.send('ListActionExecutions', { pipelineName: NAME }),
  'ListActionExecutions, of one execution': (client) =>
    client.send('ListActionExecutions', { pipelineName: NAME, filter: { pipelineExecutionId: idOf('e', 500) } }),
  StartPipelineExecution: (client) =>
    client.send('StartPipelineExecution', { name: NAME, variables: [{ name: 'v', value: '1' }] }),
  GetPipelineState: (client) => client.send('GetPipelineState', { name: NAME }),
};

interface History {
  readonly client: WireClient;
  stop(): void;
}

async function historyOf(executions: number): Promise<History> {
  const data = mkdtempSync(join(tmpdir(), 'velocius-bench-'));
  const first = await startServer(data);
  await makeArtifactBucketAt(first.endpoint);
  const client = codepipelineClient(first.endpoint);
  await client.send('CreatePipeline', { pipeline: declaration(NAME) });
  client.close();
  await first.stop();
  const database = openSqlite(join(data, 'velocius.db'));
  await seed(database, executions);
  await database.close();
  return serving(await startServer(data), data);
}

function serving(server: ServerProcess, data: string): History {
  const client = codepipelineClient(server.endpoint);
  return {
    client,
    stop: () => {
      client.close();
      server.kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** `kind` is one digit of the id, `number` its last eleven. */
function idOf(kind: 'a' | 'b' | 'e', number: number): string {
  return `00000000-0000-7000-8000-${kind}${10_000_000_000 + number}`;
}

/** Executions that all succeeded, each with two stages of one action. Made by the database itself: nothing is faster. */
async function seed(database: Database, executions: number): Promise<void> {
  const portion = 50_000;
  for (let start = 0; start < executions; start += portion) {
    const end = Math.min(start + portion, executions);
    await database.write(async (tx) => {
      for (const statement of statements(start, end)) await tx.run(statement, [INPUT]);
    });
  }
}

const INPUT = JSON.stringify({
  actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
  configuration: { S3Bucket: 'source', S3ObjectKey: 'object' },
  resolvedConfiguration: { S3Bucket: 'source', S3ObjectKey: 'object' },
  inputArtifacts: [],
  outputArtifacts: [{ name: 'Sources', bucket: 'bucket', key: 'old/Sources/abcdefg' }],
  region: 'eu-west-1',
});

function statements(start: number, end: number): string[] {
  const numbers = `WITH RECURSIVE numbers (n) AS (SELECT ${start} UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${end})`;
  const id = (kind: string) => `'00000000-0000-7000-8000-${kind}' || CAST(10000000000 + n AS TEXT)`;
  const from = `FROM numbers, pipelines WHERE name = '${NAME}' AND $1 <> ''`;
  const stage = (name: string) =>
    `INSERT INTO stage_executions (pipeline_id, execution_id, stage, status, entered, updated)
     ${numbers} SELECT id, ${id('e')}, '${name}', 'Succeeded', created + n, created + n ${from}`;
  const action = (kind: string, stageName: string, name: string) =>
    `INSERT INTO action_executions (id, pipeline_id, execution_id, stage, action, status, begun, input, output, started, updated, deadline)
     ${numbers} SELECT ${id(kind)}, id, ${id('e')}, '${stageName}', '${name}', 'Succeeded', 1, CAST($1 AS TEXT),
       '{"outputArtifacts":[],"variables":{}}', created + n, created + n, created + n ${from}`;
  return [
    `INSERT INTO executions (id, pipeline_id, version, mode, status, ending, stage, inside, trigger_type, variables, overrides,
       source_revisions, started, updated)
     ${numbers} SELECT ${id('e')}, id, 1, 'SUPERSEDED', 'Succeeded', 'none', 2, 0, 'StartPipelineExecution', '[]', '[]',
       '[]', created + n, created + n ${from}`,
    stage('Source'),
    stage('Approve'),
    action('a', 'Source', 'S3'),
    action('b', 'Approve', 'Manual'),
  ];
}
