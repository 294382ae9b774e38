import {
  AddTagsToOnPremisesInstancesCommand,
  BatchGetOnPremisesInstancesCommand,
  DeregisterOnPremisesInstanceCommand,
  GetOnPremisesInstanceCommand,
  ListOnPremisesInstancesCommand,
  type ListOnPremisesInstancesCommandInput,
  RegisterOnPremisesInstanceCommand,
  type RegisterOnPremisesInstanceCommandInput,
  RemoveTagsFromOnPremisesInstancesCommand,
} from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { hostArn } from '../../harness/deployment-room.ts';
import { ACCOUNT, startTestServer, type TestServer } from '../../harness/server.ts';

const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/agents/host-1`;

describe.each(DIALECTS)('codedeploy on-premises instances on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });
  const register = (instanceName: string, input: Partial<RegisterOnPremisesInstanceCommandInput> = {}) =>
    server.codedeploy.send(
      new RegisterOnPremisesInstanceCommand({ instanceName, iamUserArn: hostArn(instanceName), ...input }),
    );
  const deregister = (instanceName: string) =>
    server.codedeploy.send(new DeregisterOnPremisesInstanceCommand({ instanceName }));
  const get = async (instanceName: string) =>
    (await server.codedeploy.send(new GetOnPremisesInstanceCommand({ instanceName }))).instanceInfo;
  const tag = (instanceNames: string[], Key: string, Value = '') =>
    server.codedeploy.send(new AddTagsToOnPremisesInstancesCommand({ instanceNames, tags: [{ Key, Value }] }));
  const list = async (input: ListOnPremisesInstancesCommandInput = {}) =>
    (await server.codedeploy.send(new ListOnPremisesInstancesCommand(input))).instanceNames ?? [];

  it('are registered by the ARN of a user or of a session', async () => {
    await register('by-user');
    expect(await get('by-user')).toEqual({
      instanceName: 'by-user',
      iamUserArn: hostArn('by-user'),
      instanceArn: expect.stringMatching(
        /^arn:aws:codedeploy:eu-west-1:123456789012:instance\/by-user_[A-Za-z0-9]{10}$/,
      ),
      registerTime: expect.any(Date),
      tags: [],
    });
    await register('by-session', { iamUserArn: undefined, iamSessionArn: SESSION });
    expect((await get('by-session'))?.iamSessionArn).toBe(SESSION);
  });

  it.each<[string, Partial<RegisterOnPremisesInstanceCommandInput>]>([
    ['IamArnRequiredException', { iamUserArn: undefined }],
    ['MultipleIamArnsProvidedException', { iamSessionArn: SESSION }],
    ['InvalidIamUserArnException', { iamUserArn: 'arn:aws:iam::123456789012:role/x' }],
    ['InvalidIamSessionArnException', { iamUserArn: undefined, iamSessionArn: 'x' }],
    ['InvalidInstanceNameException', { instanceName: '../x' }],
    ['InstanceNameRequiredException', { instanceName: undefined as never }],
  ])('are refused with %s for %j', async (name, input) => {
    await expect(register('refused', input)).rejects.toMatchObject({ name });
    await expect(get('refused')).rejects.toMatchObject({ name: 'InstanceNotRegisteredException' });
  });

  it('have a name and an ARN that no other live instance has', async () => {
    await register('unique');
    await expect(register('unique', { iamUserArn: hostArn('another') })).rejects.toMatchObject({
      name: 'InstanceNameAlreadyRegisteredException',
    });
    await expect(register('unique-2', { iamUserArn: hostArn('unique') })).rejects.toMatchObject({
      name: 'IamUserArnAlreadyRegisteredException',
    });
    const session = { iamUserArn: undefined, iamSessionArn: `${SESSION}2` };
    await register('session-1', session);
    await expect(register('session-2', session)).rejects.toMatchObject({
      name: 'IamSessionArnAlreadyRegisteredException',
    });
  });

  it('stay listed when deregistered, and their name and ARN are free again', async () => {
    await register('leaver');
    await tag(['leaver'], 'k');
    await deregister('leaver');
    await deregister('leaver');
    expect(await get('leaver')).toMatchObject({ deregisterTime: expect.any(Date), tags: [] });
    expect(await list({ registrationStatus: 'Deregistered' })).toContain('leaver');
    expect(await list({ registrationStatus: 'Registered' })).not.toContain('leaver');
    expect(await list()).toContain('leaver');
    await expect(tag(['leaver'], 'k')).rejects.toMatchObject({ name: 'InstanceNotRegisteredException' });
    await register('leaver');
    expect((await get('leaver'))?.deregisterTime).toBeUndefined();
  });

  it('take up to ten tags, all instances or none', async () => {
    await register('tagged-1');
    await register('tagged-2');
    await tag(['tagged-1', 'tagged-2'], 'env', 'prod');
    expect((await get('tagged-2'))?.tags).toEqual([{ Key: 'env', Value: 'prod' }]);
    await expect(tag(['tagged-1', 'unknown'], 'x')).rejects.toMatchObject({ name: 'InstanceNotRegisteredException' });
    expect((await get('tagged-1'))?.tags).toEqual([{ Key: 'env', Value: 'prod' }]);
    for (let number = 1; number < 10; number += 1) await tag(['tagged-1'], `k${number}`);
    await expect(tag(['tagged-1'], 'k10')).rejects.toMatchObject({ name: 'TagLimitExceededException' });
    const remove = (Key: string) =>
      server.codedeploy.send(
        new RemoveTagsFromOnPremisesInstancesCommand({ instanceNames: ['tagged-1'], tags: [{ Key }] }),
      );
    await remove('k1');
    await tag(['tagged-1'], 'k10');
    await expect(tag(['tagged-1'], '')).rejects.toMatchObject({ name: 'InvalidTagException' });
    const none = { instanceNames: ['tagged-1'], tags: [] };
    await expect(server.codedeploy.send(new AddTagsToOnPremisesInstancesCommand(none))).rejects.toMatchObject({
      name: 'TagRequiredException',
    });
    const many = Array.from({ length: 101 }, (_, index) => `n${index}`);
    await expect(tag(many, 'k')).rejects.toMatchObject({ name: 'InstanceLimitExceededException' });
  });

  it('are found by their tags', async () => {
    await register('filter-1');
    await register('filter-2');
    await tag(['filter-1', 'filter-2'], 'tier', 'web');
    await tag(['filter-2'], 'extra', 'special');
    const by = (filter: object) => list({ tagFilters: [filter] });
    expect(await by({ Key: 'tier', Value: 'web', Type: 'KEY_AND_VALUE' })).toEqual(['filter-1', 'filter-2']);
    expect(await by({ Key: 'extra', Type: 'KEY_ONLY' })).toEqual(['filter-2']);
    expect(await by({ Value: 'special', Type: 'VALUE_ONLY' })).toEqual(['filter-2']);
    await expect(by({ Type: 'KEY_ONLY' })).rejects.toMatchObject({ name: 'InvalidTagFilterException' });
    await expect(list({ registrationStatus: 'Gone' as never })).rejects.toMatchObject({
      name: 'InvalidRegistrationStatusException',
    });
  });

  it('are read many at once, leaving out names never registered', async () => {
    await register('batch-1');
    const read = (instanceNames: string[]) =>
      server.codedeploy.send(new BatchGetOnPremisesInstancesCommand({ instanceNames }));
    const { instanceInfos } = await read(['missing', 'batch-1']);
    expect(instanceInfos?.map(({ instanceName }) => instanceName)).toEqual(['batch-1']);
    await expect(read(Array.from({ length: 101 }, (_, index) => `n${index}`))).rejects.toMatchObject({
      name: 'BatchLimitExceededException',
    });
  });

  it('are listed page by page', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `page-${String(index).padStart(3, '0')}`);
    await Promise.all(names.map((name) => register(name)));
    const first = await server.codedeploy.send(new ListOnPremisesInstancesCommand({}));
    expect(first.instanceNames).toHaveLength(100);
    const second = await server.codedeploy.send(new ListOnPremisesInstancesCommand({ nextToken: first.nextToken }));
    const all = [...(first.instanceNames ?? []), ...(second.instanceNames ?? [])];
    expect(all.filter((name) => name.startsWith('page-'))).toEqual(names);
    await expect(list({ nextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
  });
});
