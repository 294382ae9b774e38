import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { useSession } from '../session/session.tsx';
import { clientCache } from './client-cache.ts';

const clientOf = clientCache((settings) => new EventBridgeClient(settings));

export function useEventBridge(): EventBridgeClient {
  return clientOf(useSession().settings);
}
