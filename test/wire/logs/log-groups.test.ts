import {
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
  ListTagsForResourceCommand,
  ListTagsLogGroupCommand,
  PutRetentionPolicyCommand,
  TagLogGroupCommand,
  TagResourceCommand,
  UntagLogGroupCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';
import { makeStream, put } from './lines.ts';

describe.each(DIALECTS)('log groups on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const arnOf = (name: string) => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}`;

  it('are created once, described and deleted', async () => {
    const group = { logGroupName: '/made/once' };
    await server.logs.send(new CreateLogGroupCommand(group));
    await expect(server.logs.send(new CreateLogGroupCommand(group))).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
      message: 'The specified log group already exists',
    });
    const { logGroups } = await server.logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/made' }));
    expect(logGroups).toEqual([
      {
        logGroupName: '/made/once',
        creationTime: expect.any(Number),
        metricFilterCount: 0,
        arn: `${arnOf('/made/once')}:*`,
        logGroupArn: arnOf('/made/once'),
        logGroupClass: 'STANDARD',
        storedBytes: 0,
      },
    ]);
    await server.logs.send(new DeleteLogGroupCommand(group));
    await expect(server.logs.send(new DeleteLogGroupCommand(group))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
  });

  it('are listed in pages, by prefix, part of the name and class', async () => {
    for (const name of ['pages-a', 'pages-b', 'pages-c'])
      await server.logs.send(
        new CreateLogGroupCommand({
          logGroupName: name,
          logGroupClass: name === 'pages-b' ? 'INFREQUENT_ACCESS' : 'STANDARD',
        }),
      );
    const first = await server.logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: 'pages-', limit: 2 }));
    expect(first.logGroups?.map((group) => group.logGroupName)).toEqual(['pages-a', 'pages-b']);
    const second = await server.logs.send(
      new DescribeLogGroupsCommand({ logGroupNamePrefix: 'pages-', limit: 2, nextToken: first.nextToken }),
    );
    expect(second.logGroups?.map((group) => group.logGroupName)).toEqual(['pages-c']);
    expect(second.nextToken).toBeUndefined();
    const byPart = await server.logs.send(new DescribeLogGroupsCommand({ logGroupNamePattern: 'ges-c' }));
    expect(byPart.logGroups?.map((group) => group.logGroupName)).toEqual(['pages-c']);
    const byClass = await server.logs.send(new DescribeLogGroupsCommand({ logGroupClass: 'INFREQUENT_ACCESS' }));
    expect(byClass.logGroups?.map((group) => group.logGroupName)).toEqual(['pages-b']);
    await expect(server.logs.send(new DescribeLogGroupsCommand({ nextToken: 'nonsense' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('refuse a name that AWS would refuse, and what is not built, by name', async () => {
    await expect(server.logs.send(new CreateLogGroupCommand({ logGroupName: 'a b' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining("Value 'a b' at 'logGroupName' failed to satisfy constraint"),
    });
    await expect(
      server.logs.send(new CreateLogGroupCommand({ logGroupName: 'secret', kmsKeyId: 'key' })),
    ).rejects.toMatchObject({ message: expect.stringContaining('kmsKeyId is not implemented') });
  });

  it('erase their events when deleted: a new group of the same name is empty', async () => {
    const ref = await makeStream(server, 'reborn', 's');
    await put(server, ref, ['old']);
    await server.logs.send(new DeleteLogGroupCommand({ logGroupName: 'reborn' }));
    await makeStream(server, 'reborn', 's');
    const { events } = await server.logs.send(new FilterLogEventsCommand({ logGroupName: 'reborn' }));
    expect(events).toEqual([]);
  });

  it('sweep events that their retention no longer covers', async () => {
    const ref = await makeStream(server, 'kept-short', 's');
    const twoDaysAgo = Date.now() - 2 * 24 * 60 * 60 * 1000;
    await put(server, ref, ['of two days ago'], twoDaysAgo);
    await put(server, ref, ['of today']);
    await expect(
      server.logs.send(new PutRetentionPolicyCommand({ logGroupName: 'kept-short', retentionInDays: 2 })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await server.logs.send(new PutRetentionPolicyCommand({ logGroupName: 'kept-short', retentionInDays: 1 }));
    await waitFor('the old event to be swept', async () => {
      const { events } = await server.logs.send(new FilterLogEventsCommand({ logGroupName: 'kept-short' }));
      return events?.length === 1 && events[0]?.message === 'of today';
    });
    const described = await server.logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: 'kept-short' }));
    expect(described.logGroups?.[0]).toMatchObject({ retentionInDays: 1, storedBytes: 'of today'.length + 26 });
    await server.logs.send(new DeleteRetentionPolicyCommand({ logGroupName: 'kept-short' }));
    const after = await server.logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: 'kept-short' }));
    expect(after.logGroups?.[0]?.retentionInDays).toBeUndefined();
    for (const command of [
      new PutRetentionPolicyCommand({ logGroupName: 'none', retentionInDays: 1 }),
      new DeleteRetentionPolicyCommand({ logGroupName: 'none' }),
    ])
      await expect(server.logs.send(command as DeleteRetentionPolicyCommand)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
  });

  it('carry tags, by ARN and by name', async () => {
    const logGroupName = 'tagged';
    await server.logs.send(new CreateLogGroupCommand({ logGroupName, tags: { a: '1' } }));
    await server.logs.send(new TagResourceCommand({ resourceArn: arnOf(logGroupName), tags: { b: '2' } }));
    await server.logs.send(new TagLogGroupCommand({ logGroupName, tags: { c: '3' } }));
    await server.logs.send(new UntagResourceCommand({ resourceArn: arnOf(logGroupName), tagKeys: ['a'] }));
    expect((await server.logs.send(new ListTagsLogGroupCommand({ logGroupName }))).tags).toEqual({ b: '2', c: '3' });
    await server.logs.send(new UntagLogGroupCommand({ logGroupName, tags: ['b'] }));
    const { tags } = await server.logs.send(new ListTagsForResourceCommand({ resourceArn: arnOf(logGroupName) }));
    expect(tags).toEqual({ c: '3' });
  });

  it('refuse too many tags, and tags of what is not there', async () => {
    const logGroupName = 'much-tagged';
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key-${index}`, '']));
    await server.logs.send(new CreateLogGroupCommand({ logGroupName, tags }));
    await expect(
      server.logs.send(new TagResourceCommand({ resourceArn: arnOf(logGroupName), tags: { one: 'more' } })),
    ).rejects.toMatchObject({ name: 'TooManyTagsException' });
    await expect(
      server.logs.send(new ListTagsForResourceCommand({ resourceArn: arnOf('none') })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(
      server.logs.send(new ListTagsForResourceCommand({ resourceArn: 'arn:aws:s3:::bucket' })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});
