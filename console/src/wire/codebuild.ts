import { CodeBuildClient } from '@aws-sdk/client-codebuild';
import { useSession } from '../session/session.tsx';
import { clientCache } from './client-cache.ts';

const clientOf = clientCache((settings) => new CodeBuildClient(settings));

export function useCodeBuild(): CodeBuildClient {
  return clientOf(useSession().settings);
}
