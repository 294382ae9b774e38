import {
  CreatePipelineCommand,
  GetPipelineCommand,
  type GitConfiguration,
  type PipelineDeclaration,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import { action, create, pipeline, source, stage } from '../../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';
import { codecommitSource } from '../../harness/watched-sources.ts';

type Filters = Omit<GitConfiguration, 'sourceActionName'>;

const BRANCHES = { includes: ['main', 'release/**'], excludes: ['release/old'] };
const SOURCES = [
  codecommitSource('Code', 'app', 'main'),
  codecommitSource('Lib', 'lib', 'main'),
  source('Hub', {
    actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeStarSourceConnection', version: '1' },
    configuration: {
      ConnectionArn: `arn:aws:codeconnections:${REGION}:${ACCOUNT}:connection/00000000-0000-0000-0000-000000000000`,
      FullRepositoryId: 'group/app',
      BranchName: 'main',
    },
  }),
];

const declaration = (name: string, ...configurations: GitConfiguration[]): PipelineDeclaration =>
  pipeline(name, [stage('Source', ...SOURCES), stage('Build', action('Compile'))], {
    triggers: configurations.map((gitConfiguration) => ({
      providerType: 'CodeStarSourceConnection',
      gitConfiguration,
    })),
  });

describe.each(DIALECTS)('triggers of pipelines on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
    await create(server.codepipeline, declaration('kept', { sourceActionName: 'Lib' }));
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  it.each<[string, Filters]>([
    ['no filter', {}],
    ['tags', { push: [{ tags: { includes: ['v*'] } }, { tags: { excludes: ['*-rc'] } }] }],
    ['branches', { push: [{ branches: BRANCHES }] }],
    ['branches and file paths', { push: [{ branches: BRANCHES, filePaths: { excludes: ['**/*.md'] } }] }],
    ['pull requests', { pullRequest: [{ branches: BRANCHES, filePaths: { includes: ['src/**'] }, events: ['OPEN'] }] }],
    ['pushes and pull requests', { push: [{ branches: BRANCHES }], pullRequest: [{ branches: BRANCHES }] }],
  ])('may have %s, and are given back as they were declared', async (_what, filters) => {
    const triggers = [{ sourceActionName: 'Hub', ...filters }, { sourceActionName: 'Lib' }];
    const wanted = declaration('kept', ...triggers);
    await server.codepipeline.send(new UpdatePipelineCommand({ pipeline: wanted }));
    const { pipeline: kept } = await server.codepipeline.send(new GetPipelineCommand({ name: 'kept' }));
    expect(kept?.triggers).toEqual(wanted.triggers);
  });

  it.each<[string, GitConfiguration[], RegExp]>([
    ['of a source that is not there', [{ sourceActionName: 'Missing' }], /must reference a CodeStarSourceConnection/],
    ['of a build', [{ sourceActionName: 'Compile' }], /must reference a CodeStarSourceConnection/],
    ['twice of one source', [{ sourceActionName: 'Code' }, { sourceActionName: 'Code' }], /'Code' has more than one/],
    [
      'with tags and branches in one filter',
      [{ sourceActionName: 'Code', push: [{ tags: { includes: ['v*'] }, branches: BRANCHES }] }],
      /Tags cannot be combined/,
    ],
    [
      'with tags and file paths in one filter',
      [{ sourceActionName: 'Code', push: [{ tags: { includes: ['v*'] }, filePaths: { includes: ['*'] } }] }],
      /Tags cannot be combined/,
    ],
    [
      'with file paths alone',
      [{ sourceActionName: 'Code', push: [{ filePaths: { includes: ['*'] } }] }],
      /File paths need branches/,
    ],
    ['with an empty filter', [{ sourceActionName: 'Code', push: [{}] }], /nothing to filter by/],
    [
      'with a criterion that says nothing',
      [{ sourceActionName: 'Code', push: [{ branches: {} }] }],
      /neither includes nor excludes/,
    ],
    [
      'with a pattern that is none',
      [{ sourceActionName: 'Code', push: [{ branches: { includes: ['main', '[z-a]'] } }] }],
      /'\[z-a\]' is not a glob pattern/,
    ],
    [
      'with a pull request filter without branches',
      [{ sourceActionName: 'Hub', pullRequest: [{ events: ['OPEN'] }] }],
      /must have branches/,
    ],
    [
      'of pull requests of CodeCommit, which has none here',
      [{ sourceActionName: 'Code', pullRequest: [{ branches: BRANCHES }] }],
      /pull requests of CodeCommit are not implemented/,
    ],
  ])('cannot be %s', async (_what, configurations, message) => {
    const refused = { name: 'InvalidStructureException', message: expect.stringMatching(message) };
    const wanted = declaration('refused', ...configurations);
    await expect(server.codepipeline.send(new CreatePipelineCommand({ pipeline: wanted }))).rejects.toMatchObject(
      refused,
    );
    const update = new UpdatePipelineCommand({ pipeline: { ...wanted, name: 'kept' } });
    await expect(server.codepipeline.send(update)).rejects.toMatchObject(refused);
    const { pipeline: kept } = await server.codepipeline.send(new GetPipelineCommand({ name: 'kept' }));
    expect(kept?.triggers?.map(({ gitConfiguration }) => gitConfiguration?.sourceActionName)).toContain('Lib');
  });

  it('need a pipeline of type V2', async () => {
    const wanted: PipelineDeclaration = { ...declaration('old', { sourceActionName: 'Code' }), pipelineType: 'V1' };
    await expect(server.codepipeline.send(new CreatePipelineCommand({ pipeline: wanted }))).rejects.toMatchObject({
      name: 'InvalidStructureException',
    });
  });
});
