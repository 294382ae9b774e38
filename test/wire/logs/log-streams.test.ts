import {
  CreateLogStreamCommand,
  DeleteLogStreamCommand,
  DescribeLogStreamsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';
import { makeStream, put } from './lines.ts';

describe.each(DIALECTS)('log streams on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  it('are created once, described and deleted', async () => {
    const ref = await makeStream(server, 'streams', 'one');
    await expect(server.logs.send(new CreateLogStreamCommand(ref))).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
      message: 'The specified log stream already exists',
    });
    const start = Date.now() - 5000;
    await put(server, ref, ['a', 'b'], start);
    const { logStreams } = await server.logs.send(new DescribeLogStreamsCommand({ logGroupName: 'streams' }));
    expect(logStreams).toEqual([
      {
        logStreamName: 'one',
        creationTime: expect.any(Number),
        firstEventTimestamp: start,
        lastEventTimestamp: start + 1,
        lastIngestionTime: expect.any(Number),
        arn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:streams:log-stream:one`,
        storedBytes: 0,
      },
    ]);
    await server.logs.send(new DeleteLogStreamCommand(ref));
    await expect(server.logs.send(new DeleteLogStreamCommand(ref))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log stream does not exist.',
    });
  });

  it('are listed in pages by name and by last event, either way', async () => {
    const now = Date.now();
    for (const [name, age] of [
      ['x-1', 1000],
      ['x-2', 3000],
      ['y-3', 2000],
    ] as const)
      await put(server, await makeStream(server, 'ordered', name), ['line'], now - age);
    expect(await names({})).toEqual(['x-1', 'x-2', 'y-3']);
    expect(await names({ descending: true })).toEqual(['y-3', 'x-2', 'x-1']);
    expect(await names({ logStreamNamePrefix: 'x-' })).toEqual(['x-1', 'x-2']);
    expect(await names({ orderBy: 'LastEventTime' })).toEqual(['x-2', 'y-3', 'x-1']);
    expect(await names({ orderBy: 'LastEventTime', descending: true })).toEqual(['x-1', 'y-3', 'x-2']);
  });

  async function names(input: {
    readonly descending?: boolean;
    readonly logStreamNamePrefix?: string;
    readonly orderBy?: 'LastEventTime';
  }): Promise<(string | undefined)[]> {
    const found: (string | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = await server.logs.send(
        new DescribeLogStreamsCommand({ logGroupName: 'ordered', limit: 2, ...input, nextToken }),
      );
      found.push(...(page.logStreams ?? []).map(({ logStreamName }) => logStreamName));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return found;
  }

  it('refuse what AWS refuses', async () => {
    await expect(
      server.logs.send(new CreateLogStreamCommand({ logGroupName: 'none', logStreamName: 's' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException', message: 'The specified log group does not exist.' });
    await expect(server.logs.send(new DescribeLogStreamsCommand({}))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(
      server.logs.send(
        new DescribeLogStreamsCommand({ logGroupName: 'ordered', orderBy: 'LastEventTime', logStreamNamePrefix: 'x' }),
      ),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Cannot order by LastEventTime with a logStreamNamePrefix.',
    });
  });
});
