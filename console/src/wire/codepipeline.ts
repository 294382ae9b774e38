import { CodePipelineClient } from '@aws-sdk/client-codepipeline';
import { useSession } from '../session/session.tsx';
import { clientCache } from './client-cache.ts';

const clientOf = clientCache((settings) => new CodePipelineClient(settings));

export function useCodePipeline(): CodePipelineClient {
  return clientOf(useSession().settings);
}
