import {
  AcknowledgeJobCommand,
  GetPipelineCommand,
  GetThirdPartyJobDetailsCommand,
  type PipelineDeclaration,
  PollForThirdPartyJobsCommand,
  PutJobSuccessResultCommand,
  UpdateActionTypeCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { createType, customAction, nextJob, partnerType, partnerTypeId, property } from '../harness/jobs.ts';
import { action, create, pipeline, QUIET, source, stage, start, untilStatus } from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

describe.each(DIALECTS)('secrets of actions on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
  });
  afterAll(() => server.close());

  /** What is there to be found by whoever has a copy: names in clear, so that a secret would be seen as well. */
  const expectKept = async (name: string, secret: string) => {
    const stored = await server.stored();
    expect(stored).toContain(name);
    expect(stored).not.toContain(secret);
  };

  it('of a custom type are not to be read in the database, and reach the worker whole, across updates', async () => {
    const { codepipeline } = server;
    await createType(codepipeline, 'Vault', {
      configurationProperties: [property('Word', { secret: true }), property('Door')],
    });
    const configuration = { Word: 'open-#{codepipeline.PipelineExecutionId}-sesame', Door: 'front' };
    const declaration = pipeline(
      'kept',
      [stage('Source', source()), stage('Build', customAction('Open', 'Vault', { configuration }))],
      QUIET,
    );
    await create(codepipeline, declaration);
    const { pipeline: shown } = await codepipeline.send(new GetPipelineCommand({ name: 'kept' }));
    await codepipeline.send(new UpdatePipelineCommand({ pipeline: shown as PipelineDeclaration }));
    const id = await start(codepipeline, 'kept');
    const { id: jobId, nonce, data } = await nextJob(codepipeline, 'Vault');
    expect(data?.actionConfiguration?.configuration).toEqual({ Word: `open-${id}-sesame`, Door: 'front' });
    await codepipeline.send(new AcknowledgeJobCommand({ jobId, nonce }));
    await codepipeline.send(new PutJobSuccessResultCommand({ jobId }));
    await untilStatus(codepipeline, 'kept', id, 'Succeeded');
    await expectKept('front', '-sesame');
    expect(server.errors).toEqual([]);
  });

  it('of a partner are not to be read either, and its token is asked for', async () => {
    const { codepipeline } = server;
    const flags = { optional: false, key: false, noEcho: false };
    const properties = [
      { name: 'ClientId', ...flags },
      { name: 'ClientToken', ...flags, noEcho: true },
    ];
    await codepipeline.send(new UpdateActionTypeCommand({ actionType: partnerType('Partner', { properties }) }));
    const configuration = { ClientId: '11111111-2222-3333-4444-555555555555', ClientToken: 'only-for-the-partner' };
    const asked = { name: 'Ask', actionTypeId: partnerTypeId('Partner'), configuration };
    await create(codepipeline, pipeline('asks', [stage('Source', source()), stage('Build', asked)], QUIET));
    await start(codepipeline, 'asks');
    const offer = new PollForThirdPartyJobsCommand({ actionTypeId: partnerTypeId('Partner') });
    const jobId = await waitFor('a job', async () => (await codepipeline.send(offer)).jobs?.[0]?.jobId);
    const details = (clientToken: string) =>
      codepipeline.send(new GetThirdPartyJobDetailsCommand({ jobId, clientToken }));
    await expect(details('guess')).rejects.toMatchObject({ name: 'InvalidClientTokenException' });
    const { jobDetails } = await details('only-for-the-partner');
    expect(jobDetails?.data?.actionConfiguration?.configuration).toEqual(configuration);
    await expectKept(configuration.ClientId, 'only-for-the-partner');
    expect(server.errors).toEqual([]);
  });

  it('of GitHub sources are not to be read', async () => {
    const configuration = { Owner: 'octo', Repo: 'hello', Branch: 'main', OAuthToken: 'github-token-in-clear' };
    const actionTypeId = { category: 'Source', owner: 'ThirdParty', provider: 'GitHub', version: '1' } as const;
    const fetch = source('Fetch', { actionTypeId, configuration: { ...configuration, PollForSourceChanges: 'false' } });
    const { codepipeline } = server;
    await create(codepipeline, pipeline('hub', [stage('Source', fetch), stage('Build', action('Compile'))], QUIET));
    await expectKept('octo', configuration.OAuthToken);
  });
});
