import {
  GetPipelineCommand,
  GetPipelineExecutionCommand,
  type StageDeclaration,
  StartPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyServer } from '../harness/dummy-server.ts';
import { action, actionsOf, create, pipeline, source, stage, untilStatus } from '../harness/pipelines.ts';

/** An action that is told what was made, and makes what it is told. */
const noting = (name: string, note: string, settings: Parameters<typeof action>[1] = {}) =>
  action(name, { configuration: { Note: note }, ...settings });

const making = (Output: object) => ({ configuration: { Output: JSON.stringify(Output) } });

describe.each(DIALECTS)('the variables of a pipeline on %s', (dialect) => {
  const { client } = dummyServer(dialect);

  async function begin(name: string, variables?: Record<string, string>): Promise<string> {
    const given = variables && Object.entries(variables).map(([key, value]) => ({ name: key, value }));
    const command = new StartPipelineExecutionCommand({ name, ...(given === undefined ? {} : { variables: given }) });
    return (await client().send(command)).pipelineExecutionId ?? '';
  }

  const notes = async (name: string, id: string) =>
    (await actionsOf(client(), name, id)).flatMap(({ input }) => input?.resolvedConfiguration?.Note ?? []);

  it('have the value that a start gives, else their default; the next start begins with the default again', async () => {
    const name = 'defaults';
    const variables = [
      { name: 'Env', defaultValue: 'test' },
      { name: 'Size', defaultValue: 'small' },
    ];
    const stages = [stage('Source', source()), stage('Build', noting('Tell', '#{variables.Env} #{variables.Size}'))];
    await create(client(), pipeline(name, stages, { variables }));
    for (const [given, note] of [
      [undefined, 'test small'],
      [{ Env: 'prod' }, 'prod small'],
      [undefined, 'test small'],
      [{ Size: 'large', Env: 'x' }, 'x large'],
    ] as const) {
      const id = await begin(name, given);
      await untilStatus(client(), name, id, 'Succeeded');
      expect(await notes(name, id)).toEqual([note]);
      const { pipelineExecution } = await client().send(
        new GetPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id }),
      );
      const [Env, Size] = note.split(' ');
      expect(pipelineExecution?.variables).toEqual([
        { name: 'Env', resolvedValue: Env },
        { name: 'Size', resolvedValue: Size },
      ]);
    }
  });

  it('reach whoever comes later, in the same stage or another, and are not resolved twice', async () => {
    const name = 'flowing';
    const stages = [
      stage('Source', source('Fetch', { namespace: 'Src', ...making({ Branch: 'main' }) })),
      stage(
        'Build',
        noting('First', '#{Src.Branch}|#{Src.Branch}', { namespace: 'One' }),
        action('Made', { namespace: 'Two', ...making({ Id: '7' }) }),
        noting('Second', '#{Two.Id}#{variables.Word}', { runOrder: 2 }),
      ),
      stage('Deploy', noting('Third', '#{Two.Id} of #{codepipeline.PipelineExecutionId}')),
    ];
    await create(client(), pipeline(name, stages, { variables: [{ name: 'Word', defaultValue: '#{Two.Id}' }] }));
    const id = await begin(name);
    await untilStatus(client(), name, id, 'Succeeded');
    expect(await notes(name, id)).toEqual(['main|main', '7#{Two.Id}', `7 of ${id}`]);
  });

  it.each<[what: string, earlier: StageDeclaration, reference: string]>([
    [
      'another case of its letters',
      stage('Build', action('A', { namespace: 'Made', ...making({ Tag: 'x' }) })),
      'Made.tag',
    ],
    ['what its action did not make', stage('Build', action('A', { namespace: 'Made', ...making({}) })), 'Made.Tag'],
    [
      'what an action would have made that was skipped for its failure',
      {
        ...stage(
          'Build',
          action('A', { namespace: 'Made', configuration: { Outcome: 'fail', Output: '{"Tag":"x"}' } }),
        ),
        onFailure: { result: 'SKIP' },
      },
      'Made.Tag',
    ],
    [
      'what every object has',
      stage('Build', action('A', { namespace: 'Made', ...making({ Tag: 'x' }) })),
      'Made.constructor',
    ],
  ])('fail the action that refers to %s, by their name', async (what, earlier, reference) => {
    const name = what.replaceAll(' ', '-');
    const stages = [stage('Source', source()), earlier, stage('Deploy', noting('Tell', `#{${reference}}`))];
    await create(client(), pipeline(name, stages, { variables: [{ name: 'Quiet' }] }));
    const id = await begin(name, { Quiet: 'x' });
    await untilStatus(client(), name, id, 'Failed');
    const last = (await actionsOf(client(), name, id)).at(-1);
    expect(last).toMatchObject({ actionName: 'Tell', status: 'Failed' });
    expect(last?.output?.executionResult?.errorDetails).toMatchObject({
      code: 'InvalidVariable',
      message: expect.stringContaining(`#{${reference}}`),
    });
  });

  it('fail an action whose configuration they make longer than 102,400 bytes', async () => {
    const name = 'long';
    // The key Note, and what is taken for the key Text in a variable's own limit, are as long.
    const talk = (bytes: number) =>
      action(`Talk${bytes}`, { namespace: `N${bytes}`, configuration: { OutputBytes: `${bytes}` } });
    const listen = (bytes: number) => noting(`Hear${bytes}`, `#{N${bytes}.Text}`);
    const stages = [
      stage('Source', source()),
      stage('Build', talk(102_400), talk(102_401)),
      stage('Fits', listen(102_400)),
      stage('Overflows', listen(102_401)),
    ];
    await create(client(), pipeline(name, stages, { variables: [{ name: 'Quiet' }] }));
    const id = await begin(name, { Quiet: 'x' });
    await untilStatus(client(), name, id, 'Failed');
    const [fits, overflows] = (await actionsOf(client(), name, id)).slice(-2);
    expect(fits).toMatchObject({ actionName: 'Hear102400', status: 'Succeeded' });
    expect(overflows?.output?.executionResult?.errorDetails).toEqual({
      code: 'ConfigurationError',
      message: 'The configuration of the action exceeds 102400 bytes once its variables are resolved',
    });
  });

  it.each<[what: string, build: StageDeclaration]>([
    ['an action that comes later in its stage', stage('Build', noting('B', '#{M.x}'), later('M'))],
    ['an action beside it', stage('Build', noting('B', '#{M.x}'), action('A', { namespace: 'M' }))],
    ['an action of a later stage', stage('Build', noting('B', '#{Last.x}'))],
    ['itself', stage('Build', noting('B', '#{M.x}', { namespace: 'M' }))],
    ['a namespace nobody has', stage('Build', noting('B', '#{Nobody.x}'))],
    ['a variable nobody declared', stage('Build', noting('B', '#{variables.Other}'))],
    ['another thing about the execution', stage('Build', noting('B', '#{codepipeline.Name}'))],
    ['what commands do not say comes out', stage('Build', say('Said'), noting('B', '#{C.Unsaid}', { runOrder: 2 }))],
    ['commands that say nothing', stage('Build', say(), noting('B', '#{C.Said}', { runOrder: 2 }))],
    ['nothing in particular', stage('Build', noting('B', '#{Quiet}'))],
  ])('are refused, when a pipeline is made and when it is updated, where they are of %s', async (what, build) => {
    const variables = [{ name: 'Quiet' }];
    const last = stage('Last', action('Z', { namespace: 'Last' }));
    const bad = pipeline('refused', [stage('Source', source()), build, last], { variables });
    const refused = { name: expect.stringMatching(/^Invalid(ActionDeclaration|Structure)Exception$/) };
    await expect(create(client(), bad)).rejects.toMatchObject(refused);
    const name = `kept-${what.replaceAll(' ', '-')}`;
    const good = pipeline(name, [stage('Source', source()), stage('Build', action('B')), last], { variables });
    await create(client(), good);
    await expect(client().send(new UpdatePipelineCommand({ pipeline: { ...bad, name } }))).rejects.toMatchObject(
      refused,
    );
    expect((await client().send(new GetPipelineCommand({ name }))).pipeline?.version).toBe(1);
  });
});

function say(...outputVariables: string[]) {
  return action('A', {
    actionTypeId: { category: 'Compute', owner: 'AWS', provider: 'Commands', version: '1' },
    commands: ['Said=1'],
    inputArtifacts: [{ name: 'FetchOutput' }],
    namespace: 'C',
    ...(outputVariables.length === 0 ? {} : { outputVariables }),
  });
}

function later(namespace: string) {
  return action('A', { namespace, runOrder: 2 });
}
