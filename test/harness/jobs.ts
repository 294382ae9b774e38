import {
  AcknowledgeJobCommand,
  type ActionConfigurationProperty,
  type ActionDeclaration,
  type ActionTypeDeclaration,
  type CodePipelineClient,
  CreateCustomActionTypeCommand,
  type CreateCustomActionTypeCommandInput,
  type Job,
  PollForJobsCommand,
} from '@aws-sdk/client-codepipeline';
import { waitFor } from './wait.ts';

/** Custom action types and their workers, in few words. */
export function customType(
  provider: string,
  settings: Partial<CreateCustomActionTypeCommandInput> = {},
): CreateCustomActionTypeCommandInput {
  return {
    category: 'Build',
    provider,
    version: '1',
    inputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
    outputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
    ...settings,
  };
}

export function property(
  name: string,
  settings: Partial<ActionConfigurationProperty> = {},
): ActionConfigurationProperty {
  return { name, required: true, key: false, secret: false, ...settings };
}

export function customAction(
  name: string,
  provider: string,
  settings: Partial<ActionDeclaration> = {},
): ActionDeclaration {
  return { name, actionTypeId: typeId(provider), ...settings };
}

type Category = 'Source' | 'Build';

export function typeId(provider: string, category: Category = 'Build'): ActionDeclaration['actionTypeId'] & object {
  return { category, owner: 'Custom', provider, version: '1' };
}

export async function createType(
  client: CodePipelineClient,
  provider: string,
  settings: Partial<CreateCustomActionTypeCommandInput> = {},
): Promise<void> {
  await client.send(new CreateCustomActionTypeCommand(customType(provider, settings)));
}

export async function poll(client: CodePipelineClient, provider: string, maxBatchSize = 1): Promise<Job[]> {
  const { jobs = [] } = await client.send(new PollForJobsCommand({ actionTypeId: typeId(provider), maxBatchSize }));
  return jobs;
}

/** The next job of the type, as soon as there is one. */
export function nextJob(client: CodePipelineClient, provider: string, category?: Category): Promise<Job> {
  const actionTypeId = typeId(provider, category);
  return waitFor(`a job of ${provider}`, async () => {
    const { jobs } = await client.send(new PollForJobsCommand({ actionTypeId }));
    return jobs?.[0];
  });
}

/** The next job, acknowledged; answers its id. */
export async function takeJob(client: CodePipelineClient, provider: string, category?: Category): Promise<string> {
  const { id: jobId, nonce } = await nextJob(client, provider, category);
  await client.send(new AcknowledgeJobCommand({ jobId, nonce }));
  return jobId ?? '';
}

/** A partner's type, with jobs for workers that poll. */
export function partnerType(provider: string, settings: Partial<ActionTypeDeclaration> = {}): ActionTypeDeclaration {
  return {
    id: partnerTypeId(provider),
    executor: { type: 'JobWorker', configuration: { jobWorkerExecutorConfiguration: {} } },
    inputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
    outputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
    properties: [],
    urls: {},
    ...settings,
  };
}

export function partnerTypeId(provider: string): ActionDeclaration['actionTypeId'] & object {
  return { category: 'Test', owner: 'ThirdParty', provider, version: '1' };
}
