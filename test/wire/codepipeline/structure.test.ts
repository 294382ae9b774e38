import {
  CreatePipelineCommand,
  GetPipelineCommand,
  ListPipelinesCommand,
  type PipelineDeclaration,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import { action, approval, pipeline, QUIET, source, stage } from '../../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const GOOD = [stage('Source', source()), stage('Build', action('Compile'))];
const STORE = { type: 'S3' as const, location: 'artifacts' };
const codecommit = (configuration: Record<string, string>) =>
  source('Fetch', {
    actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
    configuration,
  });

/** What is wrong, the declaration, the error, and the words that name the place. */
const BAD: readonly (readonly [string, PipelineDeclaration, string, RegExp])[] = [
  ['one stage', pipeline('p', [stage('Source', source())]), 'InvalidStructureException', /between 2 and 50 stages/],
  ['no stages', pipeline('p', []), 'InvalidStructureException', /between 2 and 50 stages/],
  [
    'a stage name used twice',
    pipeline('p', [stage('Source', source()), stage('Source', action('A'))]),
    'InvalidStructureException',
    /'Source' is used more than once/,
  ],
  [
    'an action name used twice',
    pipeline('p', [stage('Source', source()), stage('Build', action('A'), action('A'))]),
    'InvalidStageDeclarationException',
    /'A' is used more than once in stage 'Build'/,
  ],
  [
    'a stage without actions',
    pipeline('p', [stage('Source', source()), stage('Build')]),
    'InvalidStageDeclarationException',
    /'Build' should have between 1 and 50 actions/,
  ],
  [
    'a first stage that builds',
    pipeline('p', [stage('Build', action('A')), stage('Deploy', action('B'))]),
    'InvalidStructureException',
    /only contains source actions/,
  ],
  [
    'a source in a later stage',
    pipeline('p', [...GOOD, stage('More', source('Again'))]),
    'InvalidStructureException',
    /only be in the first stage: 'More'/,
  ],
  [
    'neither artifact store nor stores',
    pipeline('p', GOOD, { artifactStore: undefined }),
    'InvalidStructureException',
    /either artifactStore or artifactStores/,
  ],
  [
    'artifact store and stores',
    pipeline('p', GOOD, { artifactStores: { 'eu-west-1': STORE } }),
    'InvalidStructureException',
    /either artifactStore or artifactStores/,
  ],
  [
    'no store for the region',
    pipeline('p', GOOD, { artifactStore: undefined, artifactStores: { 'us-east-1': STORE } }),
    'InvalidStructureException',
    /region of the pipeline, eu-west-1/,
  ],
  [
    'a mode that needs V2',
    pipeline('p', GOOD, { pipelineType: 'V1', executionMode: 'QUEUED' }),
    'InvalidStructureException',
    /QUEUED needs a pipeline of type V2/,
  ],
  [
    'variables that need V2',
    pipeline('p', GOOD, { pipelineType: 'V1', variables: [{ name: 'A' }] }),
    'InvalidStructureException',
    /variables need a pipeline of type V2/,
  ],
  [
    'a variable declared twice',
    pipeline('p', GOOD, { variables: [{ name: 'A' }, { name: 'A' }] }),
    'InvalidStructureException',
    /'A' is declared more than once/,
  ],
  [
    'git triggers, which are not built',
    pipeline('p', GOOD, {
      triggers: [{ providerType: 'CodeStarSourceConnection', gitConfiguration: { sourceActionName: 'Fetch' } }],
    }),
    'InvalidStructureException',
    /not implemented/,
  ],
  [
    'conditions, which are not built',
    pipeline('p', [stage('Source', source()), { ...stage('Build', action('A')), onFailure: { result: 'ROLLBACK' } }]),
    'InvalidStageDeclarationException',
    /'Build': onFailure is not implemented/,
  ],
  [
    'blockers',
    pipeline('p', [
      stage('Source', source()),
      { ...stage('Build', action('A')), blockers: [{ name: 'b', type: 'Schedule' }] },
    ]),
    'InvalidBlockerDeclarationException',
    /'Build'/,
  ],
  [
    'an unknown action type',
    pipeline('p', [
      stage('Source', source()),
      stage(
        'Build',
        action('A', { actionTypeId: { category: 'Build', owner: 'AWS', provider: 'Nothing', version: '1' } }),
      ),
    ]),
    'InvalidActionDeclarationException',
    /Provider: 'Nothing'.*action 'A' is not available/,
  ],
  [
    'a source with inputs',
    pipeline('p', [stage('Source', source('Fetch', { inputArtifacts: [{ name: 'x' }] })), stage('Build', action('A'))]),
    'InvalidActionDeclarationException',
    /'Fetch' must have 0 input artifacts/,
  ],
  [
    'an approval with outputs',
    pipeline('p', [
      stage('Source', source()),
      stage('Approve', approval('Approve', { outputArtifacts: [{ name: 'x' }] })),
    ]),
    'InvalidActionDeclarationException',
    /'Approve' must have 0 output artifacts/,
  ],
  [
    'an input nobody makes',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { inputArtifacts: [{ name: 'Nothing' }] }))]),
    'InvalidActionDeclarationException',
    /Input Artifact Bundle Nothing in action A/,
  ],
  [
    'an input made at the same time',
    pipeline('p', [
      stage('Source', source()),
      stage(
        'Build',
        action('A', { outputArtifacts: [{ name: 'Out' }] }),
        action('B', { inputArtifacts: [{ name: 'Out' }] }),
      ),
    ]),
    'InvalidActionDeclarationException',
    /Out in action B/,
  ],
  [
    'an output made twice',
    pipeline('p', [
      stage('Source', source()),
      stage('Build', action('A', { outputArtifacts: [{ name: 'FetchOutput' }] })),
    ]),
    'InvalidStructureException',
    /FetchOutput has been used more than once/,
  ],
  [
    'an unknown configuration key',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { configuration: { Speed: 'fast' } }))]),
    'InvalidActionDeclarationException',
    /'A' contains unknown configuration 'Speed'/,
  ],
  [
    'a missing configuration key',
    pipeline('p', [stage('Source', codecommit({ RepositoryName: 'r' })), stage('Build', action('A'))]),
    'InvalidActionDeclarationException',
    /'Fetch' is missing required configuration 'BranchName'/,
  ],
  [
    'a configuration value that cannot be',
    pipeline('p', [
      stage(
        'Source',
        codecommit({ RepositoryName: 'r', BranchName: 'b', OutputArtifactFormat: 'CODEBUILD_CLONE_REF' }),
      ),
      stage('Build', action('A')),
    ]),
    'InvalidActionDeclarationException',
    /CODEBUILD_CLONE_REF is not implemented/,
  ],
  [
    'a reserved namespace',
    pipeline('p', [stage('Source', source('Fetch', { namespace: 'codepipeline' })), stage('Build', action('A'))]),
    'InvalidActionDeclarationException',
    /'codepipeline' is reserved/,
  ],
  [
    'a namespace used twice',
    pipeline('p', [
      stage('Source', source('Fetch', { namespace: 'N' })),
      stage('Build', action('A', { namespace: 'N' })),
    ]),
    'InvalidActionDeclarationException',
    /'N' is used more than once/,
  ],
  [
    'a reference to a namespace that comes later',
    pipeline('p', [
      stage('Source', source()),
      stage('Build', action('A', { configuration: { Note: '#{Later.x}' } })),
      stage('Deploy', action('B', { namespace: 'Later' })),
    ]),
    'InvalidActionDeclarationException',
    /#\{Later\.x\} in configuration 'Note'/,
  ],
  [
    'a reference to a variable nobody declared',
    pipeline('p', [
      stage('Source', source()),
      stage('Build', action('A', { configuration: { Note: '#{variables.x}' } })),
    ]),
    'InvalidActionDeclarationException',
    /#\{variables\.x\}/,
  ],
  [
    'another region',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { region: 'us-east-1' }))]),
    'InvalidActionDeclarationException',
    /cross-region/,
  ],
  [
    'a time-out of something that is no approval',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { timeoutInMinutes: 10 }))]),
    'InvalidActionDeclarationException',
    /'A': timeoutInMinutes/,
  ],
  [
    'a name with a blank',
    pipeline('my pipeline', GOOD),
    'ValidationException',
    /'pipeline.name' failed to satisfy constraint: Member must satisfy regular expression/,
  ],
  [
    'a run order of 0',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { runOrder: 0 }))]),
    'ValidationException',
    /runOrder' failed to satisfy constraint: Member must have value greater than or equal to 1/,
  ],
  ['a role that is no role', pipeline('p', GOOD, { roleArn: 'me' }), 'ValidationException', /'pipeline.roleArn'/],
];

describe('the structure of a pipeline', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer('sqlite', {}, { providers: dummyProvider().providers });
  });
  afterAll(() => server.close());

  it.each(BAD)('refuses %s', async (_what, declaration, name, words) => {
    const refused = server.codepipeline.send(new CreatePipelineCommand({ pipeline: declaration }));
    await expect(refused).rejects.toMatchObject({
      name,
      message: expect.stringMatching(words),
      $metadata: { httpStatusCode: 400 },
    });
    expect((await server.codepipeline.send(new ListPipelinesCommand({}))).pipelines).toEqual([]);
  });

  it('gives a pipeline back with its defaults filled in', async () => {
    const declaration = pipeline('plain', GOOD, { ...QUIET, executionMode: undefined });
    const { pipeline: created } = await server.codepipeline.send(new CreatePipelineCommand({ pipeline: declaration }));
    expect(created).toMatchObject({
      version: 1,
      executionMode: 'SUPERSEDED',
      pipelineType: 'V2',
      stages: [
        { name: 'Source', actions: [{ name: 'Fetch', runOrder: 1, configuration: {}, inputArtifacts: [] }] },
        { name: 'Build', actions: [{ name: 'Compile', runOrder: 1, outputArtifacts: [] }] },
      ],
    });
    const { pipeline: read } = await server.codepipeline.send(new GetPipelineCommand({ name: 'plain' }));
    expect(read).toEqual(created);
  });
});
