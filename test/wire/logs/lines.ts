import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
  type PutLogEventsResponse,
  ResourceAlreadyExistsException,
} from '@aws-sdk/client-cloudwatch-logs';
import type { TestServer } from '../../harness/server.ts';

export interface StreamRef {
  readonly logGroupName: string;
  readonly logStreamName: string;
}

/** Makes a stream, and its group when there is none. */
export async function makeStream(
  { logs }: TestServer,
  logGroupName: string,
  logStreamName: string,
): Promise<StreamRef> {
  await logs.send(new CreateLogGroupCommand({ logGroupName })).catch((error: unknown) => {
    if (!(error instanceof ResourceAlreadyExistsException)) throw error;
  });
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
  return { logGroupName, logStreamName };
}

/** Puts messages a millisecond apart from `start` on. */
export function put(
  { logs }: TestServer,
  ref: StreamRef,
  messages: readonly string[],
  start = Date.now() - 60_000,
): Promise<PutLogEventsResponse> {
  const logEvents = messages.map((message, index) => ({ timestamp: start + index, message }));
  return logs.send(new PutLogEventsCommand({ ...ref, logEvents }));
}
