import { readFileSync } from 'node:fs';
import {
  type ActionTypeDeclaration,
  CreateCustomActionTypeCommand,
  DeleteCustomActionTypeCommand,
  GetActionTypeCommand,
  ListActionTypesCommand,
  type ListActionTypesCommandInput,
  ListTagsForResourceCommand,
  PollForJobsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateActionTypeCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import {
  createType,
  customAction,
  customType,
  partnerType,
  partnerTypeId,
  property,
  typeId,
} from '../../harness/jobs.ts';
import { create, pipeline, QUIET, source, stage } from '../../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::of-the-partner/*' };

describe.each(DIALECTS)('action types on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
  });
  afterAll(() => server.close());

  const list = (input: ListActionTypesCommandInput = {}) => server.codepipeline.send(new ListActionTypesCommand(input));
  const createCustom = (...type: Parameters<typeof customType>) =>
    server.codepipeline.send(new CreateCustomActionTypeCommand(customType(...type)));
  const remove = (provider: string, version = '1') =>
    server.codepipeline.send(new DeleteCustomActionTypeCommand({ category: 'Build', provider, version }));
  const update = (actionType: ActionTypeDeclaration) =>
    server.codepipeline.send(new UpdateActionTypeCommand({ actionType }));
  const get = (provider: string) =>
    server.codepipeline.send(
      new GetActionTypeCommand({ category: 'Test', owner: 'ThirdParty', provider, version: '1' }),
    );

  describe('that are custom', () => {
    it('are answered as they were created, and listed so', async () => {
      const settings = {
        thirdPartyConfigurationUrl: 'https://whole.example/start',
        entityUrlTemplate: 'https://whole.example/{Config:Project}',
        executionUrlTemplate: 'https://whole.example/{Config:Project}/{ExternalExecutionId}',
        revisionUrlTemplate: 'https://whole.example/{Config:Project}/config',
      };
      const configurationProperties = [
        property('Project', { key: true, queryable: true, description: 'What to build', type: 'String' }),
        property('Password', { secret: true, required: false }),
      ];
      const { actionType, tags } = await createCustom('Whole', {
        settings,
        configurationProperties,
        tags: [{ key: 'team', value: 'mills' }],
      });
      const expected = {
        id: typeId('Whole'),
        settings,
        actionConfigurationProperties: [
          configurationProperties[0],
          { name: 'Password', required: false, key: false, secret: true, queryable: false },
        ],
        inputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
        outputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
      };
      expect(actionType).toEqual(expected);
      expect(tags).toEqual([{ key: 'team', value: 'mills' }]);
      const { actionTypes = [] } = await list({ actionOwnerFilter: 'Custom' });
      expect(actionTypes.find(({ id }) => id?.provider === 'Whole')).toEqual(expected);
    });

    it.each([
      ['more inputs at least than at most', { inputArtifactDetails: { minimumCount: 2, maximumCount: 1 } }],
      ['more outputs at least than at most', { outputArtifactDetails: { minimumCount: 5, maximumCount: 4 } }],
      ['two properties of one name', { configurationProperties: [property('A'), property('A')] }],
      [
        'two queryable properties',
        { configurationProperties: [property('A', { queryable: true }), property('B', { queryable: true })] },
      ],
      [
        'a queryable property that may be missing',
        { configurationProperties: [property('A', { queryable: true, required: false })] },
      ],
      [
        'a queryable property that is secret',
        { configurationProperties: [property('A', { queryable: true, secret: true })] },
      ],
      [
        'a URL with a property nobody declares',
        { settings: { entityUrlTemplate: 'https://x.example/{Config:Nothing}' } },
      ],
      [
        'a URL with a secret',
        {
          settings: { entityUrlTemplate: 'https://x.example/{Config:Password}' },
          configurationProperties: [property('Password', { secret: true })],
        },
      ],
      ['a URL that is a script', { settings: { revisionUrlTemplate: 'javascript:alert(1)' } }],
      ['a category that is none', { category: 'Bake' as 'Build' }],
      ['a source with inputs', { category: 'Source' as const }],
    ])('are refused with %s', async (_, wrong) => {
      await expect(createCustom('Wrong', wrong)).rejects.toMatchObject({ name: 'ValidationException' });
      const { actionTypes = [] } = await list({ actionOwnerFilter: 'Custom' });
      expect(actionTypes.map(({ id }) => id?.provider)).not.toContain('Wrong');
    });

    it('are refused a second time, and with tags that cannot be', async () => {
      await createCustom('Once');
      await expect(createCustom('Once')).rejects.toMatchObject({ name: 'ValidationException' });
      await createCustom('Once', { version: '2' });
      const tags = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' }));
      await expect(createCustom('Tagged', { tags })).rejects.toMatchObject({ name: 'TooManyTagsException' });
      const twice = [0, 1].map(() => ({ key: 'a', value: '' }));
      await expect(createCustom('Tagged', { tags: twice })).rejects.toMatchObject({ name: 'InvalidTagsException' });
    });

    it('are no more to be used once they are deleted, and come back only as they were', async () => {
      await createCustom('Gone', { configurationProperties: [property('A')] });
      await remove('Gone');
      await remove('Gone');
      await remove('NeverThere');
      const { actionTypes = [] } = await list({ actionOwnerFilter: 'Custom' });
      expect(actionTypes.map(({ id }) => id?.provider)).not.toContain('Gone');
      const poll = () => server.codepipeline.send(new PollForJobsCommand({ actionTypeId: typeId('Gone') }));
      await expect(poll()).rejects.toMatchObject({ name: 'ActionTypeNotFoundException' });
      const use = () =>
        create(
          server.codepipeline,
          pipeline(
            'uses-gone',
            [stage('Source', source()), stage('Build', customAction('Go', 'Gone', { configuration: { A: 'a' } }))],
            QUIET,
          ),
        );
      await expect(use()).rejects.toMatchObject({ name: 'InvalidActionDeclarationException' });
      await expect(createCustom('Gone')).rejects.toMatchObject({ name: 'ValidationException' });
      await createCustom('Gone', { configurationProperties: [property('A')] });
      await use();
      expect(await poll()).toMatchObject({ jobs: [] });
    });

    it('have tags of their own', async () => {
      const { codepipeline } = server;
      await createCustom('Labelled', { tags: [{ key: 'a', value: '1' }] });
      const resourceArn = `arn:aws:codepipeline:${REGION}:${ACCOUNT}:actiontype:Custom/Build/Labelled/1`;
      await codepipeline.send(new TagResourceCommand({ resourceArn, tags: [{ key: 'b', value: '2' }] }));
      await codepipeline.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a'] }));
      expect((await codepipeline.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual([
        { key: 'b', value: '2' },
      ]);
      const of = (arn: string) => codepipeline.send(new ListTagsForResourceCommand({ resourceArn: arn }));
      await expect(of(resourceArn.replace('/1', '/2'))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
      await expect(of(resourceArn.replace('/1', ''))).rejects.toMatchObject({ name: 'InvalidArnException' });
      await remove('Labelled');
      await expect(of(resourceArn)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    });
  });

  describe('in a list', () => {
    it('are those that work on this server, with their configuration, beside the custom ones', async () => {
      await createType(server.codepipeline, 'Listed');
      const { actionTypes = [] } = await list();
      const names = actionTypes.map(({ id }) => `${id?.owner}/${id?.category}/${id?.provider}`);
      expect(names).toEqual(
        expect.arrayContaining(['AWS/Source/S3', 'AWS/Approval/Manual', 'AWS/Build/CodeBuild', 'Custom/Build/Listed']),
      );
      const codebuild = actionTypes.find(({ id }) => id?.provider === 'CodeBuild' && id.category === 'Build');
      expect(codebuild?.actionConfigurationProperties).toContainEqual(
        expect.objectContaining({ name: 'ProjectName', required: true, secret: false }),
      );
    });

    it('are filtered by owner and region', async () => {
      await createType(server.codepipeline, 'OnlyHere');
      const owners = async (input: ListActionTypesCommandInput) =>
        new Set((await list(input)).actionTypes?.map(({ id }) => id?.owner));
      expect(await owners({ actionOwnerFilter: 'AWS' })).toEqual(new Set(['AWS']));
      expect(await owners({ actionOwnerFilter: 'Custom' })).toEqual(new Set(['Custom']));
      expect((await list({ actionOwnerFilter: 'Custom', regionFilter: 'us-east-1' })).actionTypes).toEqual([]);
      expect(await owners({ regionFilter: 'us-east-1' })).not.toContain('Custom');
    });

    it('come by pages, fifty of them at the most, and fifty custom ones are all a region can have', async () => {
      const { actionTypes: before = [] } = await list({ actionOwnerFilter: 'Custom' });
      for (let number = before.length; number < 50; number += 1) await createType(server.codepipeline, `Many${number}`);
      await expect(createCustom('TooMany')).rejects.toMatchObject({ name: 'LimitExceededException' });
      const first = await list();
      expect(first.actionTypes).toHaveLength(50);
      const second = await list({ nextToken: first.nextToken });
      expect(second.nextToken).toBeUndefined();
      const all = [...(first.actionTypes ?? []), ...(second.actionTypes ?? [])].map(({ id }) => JSON.stringify(id));
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((id) => id.includes('Custom'))).toHaveLength(50);
      await expect(list({ nextToken: 'made up' })).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
    });
  });

  describe('of partners', () => {
    it('are registered, changed and answered as they were declared', async () => {
      const declared = partnerType('Reviewer', {
        description: 'Looks at what was built',
        permissions: { allowedAccounts: ['*'] },
        urls: { configurationUrl: 'https://reviewer.example/sign-up' },
        properties: [{ name: 'Suite', optional: false, key: true, noEcho: false, queryable: false }],
      });
      await expect(get('Reviewer')).rejects.toMatchObject({ name: 'ActionTypeNotFoundException' });
      await update(declared);
      expect((await get('Reviewer')).actionType).toEqual(declared);
      const changed = { ...declared, description: 'Looks twice' };
      await update(changed);
      expect((await get('Reviewer')).actionType).toEqual(changed);
      const { actionTypes = [] } = await list({ actionOwnerFilter: 'ThirdParty' });
      expect(actionTypes.map(({ id }) => id)).toContainEqual(declared.id);
    });

    it('may have a function that does their jobs', async () => {
      const lambdaFunctionArn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:review`;
      const configuration = { lambdaExecutorConfiguration: { lambdaFunctionArn } };
      const policyStatementsTemplate = ` ${JSON.stringify([ALLOW])}`;
      const executor = { type: 'Lambda', configuration, jobTimeout: 120, policyStatementsTemplate } as const;
      const declared = partnerType('ByFunction', { executor });
      await update(declared);
      expect((await get('ByFunction')).actionType).toEqual(declared);
    });

    it('may name services of AWS beside accounts that poll', async () => {
      const jobWorkerExecutorConfiguration = {
        pollingAccounts: [ACCOUNT],
        pollingServicePrincipals: ['service.example.com'],
      };
      const executor = { type: 'JobWorker', configuration: { jobWorkerExecutorConfiguration } } as const;
      const declared = partnerType('ByService', { executor });
      await update(declared);
      expect((await get('ByService')).actionType).toEqual(declared);
    });

    it('are as the example declares one', async () => {
      const example = new URL('../../../examples/custom-action/partner-type.json', import.meta.url);
      const declared = JSON.parse(readFileSync(example, 'utf8'));
      await update(declared);
      expect((await get('Reviewer')).actionType).toMatchObject(declared);
    });

    it('are not updated when they are part of the server, or nobody knows them', async () => {
      const own = { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' } as const;
      await expect(update(partnerType('x', { id: own }))).rejects.toMatchObject({ name: 'RequestFailedException' });
      const unknown = { ...own, provider: 'Unknown' };
      await expect(update(partnerType('x', { id: unknown }))).rejects.toMatchObject({
        name: 'ActionTypeNotFoundException',
      });
      const answer = server.codepipeline.send(new GetActionTypeCommand(own));
      await expect(answer).rejects.toMatchObject({ name: 'ActionTypeNotFoundException' });
    });

    it('are refused with what does not work here, by its name', async () => {
      const worker = { jobWorkerExecutorConfiguration: {} };
      const lambdaFunctionArn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:do-it`;
      const lambda = { lambdaExecutorConfiguration: { lambdaFunctionArn } };
      const refusals: [ActionTypeDeclaration['executor'], RegExp][] = [
        [{ type: 'Lambda', configuration: worker }, /Lambda needs its own configuration/],
        [{ type: 'Lambda', configuration: { ...worker, ...lambda } }, /Lambda needs its own configuration/],
        [{ type: 'JobWorker', configuration: {} }, /JobWorker needs its own configuration/],
        [
          {
            type: 'JobWorker',
            configuration: { jobWorkerExecutorConfiguration: { pollingServicePrincipals: ['x.example'] } },
          },
          /pollingServicePrincipals/,
        ],
        [{ type: 'JobWorker', configuration: worker, jobTimeout: 59 }, /jobTimeout/],
        [{ type: 'Lambda', configuration: lambda, jobTimeout: 901 }, /jobTimeout of the executor type Lambda .* 900/],
      ];
      for (const [executor, message] of refusals) {
        const refused = expect(update(partnerType('Refused', { executor }))).rejects;
        await refused.toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
      }
      await expect(get('Refused')).rejects.toMatchObject({ name: 'ActionTypeNotFoundException' });
    });

    it.each([
      ['is no JSON', '{', /no JSON/],
      ['is nothing', '{}', /Effect/],
      ['has no statement', '{"Statement":[]}', /no Statement/],
      ['allows a principal', { ...ALLOW, Principal: '123456789012' }, /no Principal/],
      ['has an action of no service', { ...ALLOW, Action: 'read' }, /invalid Action/],
      ['depends on a condition', { ...ALLOW, Condition: {} }, /conditions/],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of a policy
      ['is to be filled in', { ...ALLOW, Resource: 'arn:aws:s3:::${bucket}/*' }, /variables/],
      ['is too long', `${JSON.stringify(ALLOW)}${' '.repeat(2048)}`, /2048/],
    ])('are refused with a template of permissions that %s', async (_what, template, message) => {
      const policyStatementsTemplate = typeof template === 'string' ? template : JSON.stringify(template);
      const configuration = { jobWorkerExecutorConfiguration: {} };
      const executor = { type: 'JobWorker', configuration, policyStatementsTemplate } as const;
      await expect(update(partnerType('Permitted', { executor }))).rejects.toMatchObject({
        name: 'ValidationException',
        message: expect.stringMatching(message),
      });
      await expect(get('Permitted')).rejects.toMatchObject({ name: 'ActionTypeNotFoundException' });
    });

    it('are used only by the accounts that may', async () => {
      await update(partnerType('Elsewhere', { permissions: { allowedAccounts: ['999999999999'] } }));
      const declaration = pipeline('uses-elsewhere', [
        stage('Source', source()),
        stage('Test', { name: 'Look', actionTypeId: partnerTypeId('Elsewhere') }),
      ]);
      await expect(create(server.codepipeline, declaration)).rejects.toMatchObject({
        name: 'InvalidActionDeclarationException',
      });
    });
  });
});
