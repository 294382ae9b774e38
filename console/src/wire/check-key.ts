import { CodePipelineClient, ListPipelinesCommand } from '@aws-sdk/client-codepipeline';
import type { AccessKey } from '../session/key-store.ts';
import { clientSettings } from './client-settings.ts';

/** Resolves when the server accepts a request signed with the key, and rejects with its reason when it does not. */
export async function checkKey(key: AccessKey, region: string): Promise<void> {
  const client = new CodePipelineClient({ ...clientSettings(key, region), maxAttempts: 1 });
  try {
    await client.send(new ListPipelinesCommand({ maxResults: 1 }));
  } finally {
    client.destroy();
  }
}
