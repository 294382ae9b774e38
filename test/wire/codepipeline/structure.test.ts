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
  [
    'one stage',
    pipeline('p', [stage('Source', source())]),
    'InvalidStructureException',
    /^Pipeline has only 1 stage\(s\). There should be a minimum of 2 stages in a pipeline$/,
  ],
  ['no stages', pipeline('p', []), 'InvalidStructureException', /has only 0 stage\(s\)/],
  [
    'a stage name used twice',
    pipeline('p', [stage('Source', source()), stage('Source', action('A'))]),
    'InvalidStageDeclarationException',
    /^Stage name 'Source' is used more than once$/,
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
    /'Build' should have at least 1 action/,
  ],
  [
    'a first stage that builds',
    pipeline('p', [stage('Build', action('A')), stage('Deploy', action('B'))]),
    'InvalidStructureException',
    /^Pipeline should start with a stage that only contains source actions$/,
  ],
  [
    'a source in a later stage',
    pipeline('p', [...GOOD, stage('More', source('Again'))]),
    'InvalidStructureException',
    /^Source actions can only be included in the first stage of the pipeline$/,
  ],
  [
    'neither artifact store nor stores',
    pipeline('p', GOOD, { artifactStore: undefined }),
    'InvalidStructureException',
    /either 'artifactStore' or 'artifactStores'/,
  ],
  [
    'artifact store and stores',
    pipeline('p', GOOD, { artifactStores: { 'eu-west-1': STORE } }),
    'InvalidStructureException',
    /either 'artifactStore' or 'artifactStores'/,
  ],
  [
    'no store for the region',
    pipeline('p', GOOD, { artifactStore: undefined, artifactStores: { 'us-east-1': STORE } }),
    'InvalidStructureException',
    /The following region is missing in 'pipeline.artifactStores': eu-west-1/,
  ],
  [
    'a mode that needs V2',
    pipeline('p', GOOD, { pipelineType: 'V1', executionMode: 'QUEUED' }),
    'InvalidStructureException',
    /^QUEUED or PARALLEL mode can only be used with V2 pipelines$/,
  ],
  [
    'variables that need V2',
    pipeline('p', GOOD, { pipelineType: 'V1', variables: [{ name: 'A' }] }),
    'InvalidStructureException',
    /^Pipeline variable can only be used with V2 pipelines$/,
  ],
  [
    'a variable declared twice',
    pipeline('p', GOOD, { variables: [{ name: 'A' }, { name: 'A' }] }),
    'InvalidStructureException',
    /^Variable names must be unique. The following variable name is already in use: A$/,
  ],
  [
    'git triggers of a source that is no connection',
    pipeline('p', GOOD, {
      triggers: [{ providerType: 'CodeStarSourceConnection', gitConfiguration: { sourceActionName: 'Fetch' } }],
    }),
    'InvalidStructureException',
    /^Triggers for connections must reference a CodeStarSourceConnection action.$/,
  ],
  [
    'a result of failure in a V1 pipeline',
    pipeline('p', [stage('Source', source()), { ...stage('Build', action('A')), onFailure: { result: 'ROLLBACK' } }], {
      pipelineType: 'V1',
    }),
    'InvalidStageDeclarationException',
    /^Stage level conditions can only be used with V2 pipelines.$/,
  ],
  [
    'a rollback of the source stage',
    pipeline('p', [{ ...stage('Source', source()), onFailure: { result: 'ROLLBACK' } }, stage('Build', action('A'))]),
    'InvalidStageDeclarationException',
    /'Source' cannot be rolled back: it is the source stage/,
  ],
  [
    'a rollback in PARALLEL mode',
    pipeline('p', [stage('Source', source()), { ...stage('Build', action('A')), onFailure: { result: 'ROLLBACK' } }], {
      executionMode: 'PARALLEL',
    }),
    'InvalidStageDeclarationException',
    /^Failure conditions with rollback result type cannot be added to a PARALLEL pipeline.$/,
  ],
  [
    'a source stage whose failure does not matter',
    pipeline('p', [{ ...stage('Source', source()), onFailure: { result: 'SKIP' } }, stage('Build', action('A'))]),
    'InvalidStageDeclarationException',
    /'Source' cannot be skipped: it is the source stage/,
  ],
  [
    'a retry mode without a retry',
    pipeline('p', [
      stage('Source', source()),
      {
        ...stage('Build', action('A')),
        onFailure: { result: 'FAIL', retryConfiguration: { retryMode: 'ALL_ACTIONS' } },
      },
    ]),
    'InvalidStageDeclarationException',
    /'Build': retryConfiguration can be set with the result RETRY only/,
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
    /^ActionType \(Category: 'Build', Provider: 'Nothing', Owner: 'AWS', Version: '1'\) in action 'A' is not available in region 'EU_WEST_1'$/,
  ],
  [
    'a source with inputs',
    pipeline('p', [stage('Source', source('Fetch', { inputArtifacts: [{ name: 'x' }] })), stage('Build', action('A'))]),
    'InvalidActionDeclarationException',
    /^Action Fetch declares 1 input artifacts which is more than the maximum count \(0\)$/,
  ],
  [
    'an approval with outputs',
    pipeline('p', [
      stage('Source', source()),
      stage('Approve', approval('Approve', { outputArtifacts: [{ name: 'x' }] })),
    ]),
    'InvalidActionDeclarationException',
    /^Action Approve declares 1 output artifacts which is more than the maximum count \(0\)$/,
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
    /reserved.\nStageName=\[Source\], ActionName=\[Fetch\], Namespace=\[codepipeline\]/,
  ],
  [
    'a namespace used twice',
    pipeline('p', [
      stage('Source', source('Fetch', { namespace: 'N' })),
      stage('Build', action('A', { namespace: 'N' })),
    ]),
    'InvalidActionDeclarationException',
    /^Namespaces must be unique across the pipeline definition.*\nStageName=\[Build\], ActionName=\[A\], Namespace=\[N\]$/,
  ],
  [
    'a reference to a namespace that comes later',
    pipeline('p', [
      stage('Source', source()),
      stage('Build', action('A', { configuration: { Note: '#{Later.x}' } })),
      stage('Deploy', action('B', { namespace: 'Later' })),
    ]),
    'InvalidActionDeclarationException',
    /namespace that does not exist.\nStageName=\[Build\], ActionName=\[A\], ActionConfigurationKey=\[Note\], VariableReferenceText=\[Later.x\]$/,
  ],
  [
    'a reference to a variable nobody declared',
    pipeline('p', [
      stage('Source', source()),
      stage('Build', action('A', { configuration: { Note: '#{variables.x}' } })),
    ]),
    'InvalidActionDeclarationException',
    /namespace that does not exist.*\n.*VariableReferenceText=\[variables.x\]/,
  ],
  [
    'an action in a region without an artifact store',
    pipeline('p', [stage('Source', source()), stage('Build', action('A', { region: 'us-east-1' }))]),
    'InvalidStructureException',
    /The following region is missing in 'pipeline.artifactStores': us-east-1/,
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
