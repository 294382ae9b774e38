import { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import { useSession } from '../session/session.tsx';
import { clientCache } from './client-cache.ts';

const clientOf = clientCache((settings) => new CodeDeployClient(settings));

export function useCodeDeploy(): CodeDeployClient {
  return clientOf(useSession().settings);
}
