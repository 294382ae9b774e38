import {
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListDeployActionExecutionTargetsCommand,
  ListPipelineExecutionsCommand,
  ListRuleExecutionsCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dummyProvider } from '../../../harness/dummy-provider.ts';
import { startTestServer, type TestServer } from '../../../harness/server.ts';
import { membersOf, pathsIn } from './members.ts';
import { NEVER_GIVEN } from './never-given.ts';
import { Stories } from './stories.ts';

const OPERATIONS = [
  'GetPipelineState',
  'GetPipelineExecution',
  'ListPipelineExecutions',
  'ListActionExecutions',
  'ListRuleExecutions',
  'ListDeployActionExecutionTargets',
] as const;

type Operation = (typeof OPERATIONS)[number];

// What the wire says is the same on every database.
describe('the answers about what pipelines do', () => {
  let server: TestServer;
  const seen = new Map<Operation, Set<string>>(OPERATIONS.map((operation) => [operation, new Set()]));

  function see(operation: Operation, answer: object): void {
    for (const path of pathsIn(answer)) seen.get(operation)?.add(path);
  }

  /** Also a page at a time, for lists to say that they go on. */
  async function look(pipelineName: string): Promise<void> {
    const client = server.codepipeline;
    see('GetPipelineState', await client.send(new GetPipelineStateCommand({ name: pipelineName })));
    for (const maxResults of [1, 100]) {
      const asked = { pipelineName, maxResults };
      see('ListRuleExecutions', await client.send(new ListRuleExecutionsCommand(asked)));
      const executions = await client.send(new ListPipelineExecutionsCommand(asked));
      see('ListPipelineExecutions', executions);
      for (const { pipelineExecutionId } of executions.pipelineExecutionSummaries ?? []) {
        const execution = new GetPipelineExecutionCommand({ pipelineName, pipelineExecutionId });
        see('GetPipelineExecution', await client.send(execution));
      }
      const actions = await client.send(new ListActionExecutionsCommand(asked));
      see('ListActionExecutions', actions);
      for (const { actionExecutionId, input } of actions.actionExecutionDetails ?? []) {
        if (input?.actionTypeId?.category !== 'Deploy') continue;
        const targets = new ListDeployActionExecutionTargetsCommand({ actionExecutionId, maxResults });
        see('ListDeployActionExecutionTargets', await client.send(targets));
      }
    }
  }

  beforeAll(async () => {
    server = await startTestServer('sqlite', {}, { providers: dummyProvider().providers });
    for (const name of await new Stories(server).tell()) await look(name);
  }, 60_000);
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  it.each(OPERATIONS)('%s has a value in each of its members, or never', (operation) => {
    const given = seen.get(operation) ?? new Set();
    const never = NEVER_GIVEN[operation] ?? {};
    const members = membersOf(operation);
    expect(Object.keys(never).filter((member) => given.has(member) || !members.includes(member))).toEqual([]);
    expect(members.filter((member) => !given.has(member) && never[member] === undefined)).toEqual([]);
  });
});
