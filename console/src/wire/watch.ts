import { useSession } from '../session/session.tsx';
import type { ClientSettings } from './client-settings.ts';
import { signedHeaders } from './sign.ts';

/** The agent of an on-premises instance, as its polls show it. */
export interface Agent {
  readonly InstanceName: string;
  readonly HostIdentifier: string;
  /** HEALTHY: it asks as it should; LATE: it has missed polls; LOST: a deployment would fail for want of it. */
  readonly Health: 'HEALTHY' | 'LATE' | 'LOST' | 'NEVER_SEEN';
  /** Seconds since the epoch. */
  readonly LastPolled?: number;
  readonly AgentVersion?: string;
}

interface Paged {
  readonly MaxResults?: number;
  readonly NextToken?: string | undefined;
}

/** The service of our own: what one wants to see and AWS has no operation for. Its shapes are those of models/watch.json. */
export interface Watch {
  listAgents(input: Paged): Promise<{
    readonly Agents: readonly Agent[];
    readonly NextToken?: string;
  }>;
  /** Of an execution the oldest first, else the newest first; each is the JSON text of an event. */
  listEvents(input: Paged & { readonly PipelineExecutionId?: string | undefined }): Promise<{
    readonly Events: readonly string[];
    readonly NextToken?: string;
  }>;
}

export function useWatch(): Watch {
  const { settings } = useSession();
  return {
    listAgents: (input) => ask(settings, 'ListAgents', input),
    listEvents: (input) => ask(settings, 'ListEvents', input),
  };
}

async function ask<Answer>(settings: ClientSettings, operation: string, input: object): Promise<Answer> {
  const request = {
    method: 'POST' as const,
    path: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `VelociusWatch_20261125.${operation}`,
    },
    body: JSON.stringify(input),
  };
  const headers = await signedHeaders(request, 'velocius', settings);
  const { method, path, body } = request;
  const response = await fetch(path, { method, headers, body });
  const answer: unknown = await response.json();
  if (!response.ok) throw new RefusedError(response.status, answer as { __type?: string; message?: string });
  return answer as Answer;
}

/** An error as the clients of the AWS SDK throw it. */
class RefusedError extends Error {
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(httpStatusCode: number, { __type = 'Error', message = '' }: { __type?: string; message?: string }) {
    super(message);
    this.name = __type.replace(/^.*#/, '');
    this.$metadata = { httpStatusCode };
  }
}
