import { CodeCommitClient } from '@aws-sdk/client-codecommit';
import { useSession } from '../session/session.tsx';
import { clientCache } from './client-cache.ts';

const clientOf = clientCache((settings) => new CodeCommitClient(settings));

export function useCodeCommit(): CodeCommitClient {
  return clientOf(useSession().settings);
}
