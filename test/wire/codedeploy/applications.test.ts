import {
  BatchGetApplicationsCommand,
  CreateApplicationCommand,
  CreateDeploymentGroupCommand,
  DeleteApplicationCommand,
  GetApplicationCommand,
  GetDeploymentGroupCommand,
  ListApplicationsCommand,
  ListTagsForResourceCommand,
  UpdateApplicationCommand,
} from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ROLE } from '../../harness/deployment-room.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

describe.each(DIALECTS)('codedeploy applications on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });
  const create = (applicationName: string) => server.codedeploy.send(new CreateApplicationCommand({ applicationName }));
  const get = (applicationName: string) => server.codedeploy.send(new GetApplicationCommand({ applicationName }));

  it('are created and shown', async () => {
    const before = Date.now();
    const { applicationId } = await create('shown');
    const { application } = await get('shown');
    expect(application).toEqual({
      applicationId,
      applicationName: 'shown',
      computePlatform: 'Server',
      linkedToGitHub: false,
      createTime: expect.any(Date),
    });
    expect(application?.createTime?.getTime()).toBeGreaterThanOrEqual(before - 1);
  });

  it('have names that are unique and well formed', async () => {
    await create('taken');
    await expect(create('taken')).rejects.toMatchObject({ name: 'ApplicationAlreadyExistsException' });
    await expect(create('a/b')).rejects.toMatchObject({ name: 'InvalidApplicationNameException' });
    await expect(create('')).rejects.toMatchObject({ name: 'InvalidApplicationNameException' });
    await expect(create('a'.repeat(101))).rejects.toMatchObject({ name: 'InvalidApplicationNameException' });
    await expect(server.codedeploy.send(new CreateApplicationCommand({} as never))).rejects.toMatchObject({
      name: 'ApplicationNameRequiredException',
    });
  });

  it('deploy to servers only', async () => {
    for (const computePlatform of ['Lambda', 'ECS', 'Moon'] as const) {
      const input = { applicationName: 'elsewhere', computePlatform: computePlatform as 'Lambda' };
      await expect(server.codedeploy.send(new CreateApplicationCommand(input))).rejects.toMatchObject({
        name: 'InvalidComputePlatformException',
      });
    }
    await expect(get('elsewhere')).rejects.toMatchObject({ name: 'ApplicationDoesNotExistException' });
  });

  it('that do not exist are told of by name', async () => {
    await expect(get('nowhere')).rejects.toMatchObject({
      name: 'ApplicationDoesNotExistException',
      message: 'No application found for name: nowhere',
    });
  });

  it('are renamed with their groups and tags', async () => {
    const tags = [{ Key: 'team', Value: 'blue' }];
    await server.codedeploy.send(new CreateApplicationCommand({ applicationName: 'before', tags }));
    const group = { deploymentGroupName: 'g', serviceRoleArn: ROLE };
    await server.codedeploy.send(new CreateDeploymentGroupCommand({ applicationName: 'before', ...group, tags }));
    const rename = (applicationName: string, newApplicationName: string) =>
      server.codedeploy.send(new UpdateApplicationCommand({ applicationName, newApplicationName }));
    await rename('before', 'after');
    await expect(get('before')).rejects.toMatchObject({ name: 'ApplicationDoesNotExistException' });
    const found = await server.codedeploy.send(
      new GetDeploymentGroupCommand({ applicationName: 'after', deploymentGroupName: 'g' }),
    );
    expect(found.deploymentGroupInfo?.applicationName).toBe('after');
    for (const resource of ['application:after', 'deploymentgroup:after/g']) {
      const ResourceArn = `arn:aws:codedeploy:eu-west-1:123456789012:${resource}`;
      const { Tags } = await server.codedeploy.send(new ListTagsForResourceCommand({ ResourceArn }));
      expect(Tags).toEqual(tags);
    }
    await create('occupied');
    await expect(rename('after', 'occupied')).rejects.toMatchObject({ name: 'ApplicationAlreadyExistsException' });
    await expect(rename('nowhere', 'x')).rejects.toMatchObject({ name: 'ApplicationDoesNotExistException' });
    await expect(server.codedeploy.send(new UpdateApplicationCommand({}))).rejects.toMatchObject({
      name: 'ApplicationNameRequiredException',
    });
  });

  it('are deleted with their groups, and deleting them again succeeds', async () => {
    await create('doomed');
    const group = { applicationName: 'doomed', deploymentGroupName: 'g', serviceRoleArn: ROLE };
    await server.codedeploy.send(new CreateDeploymentGroupCommand(group));
    const remove = () => server.codedeploy.send(new DeleteApplicationCommand({ applicationName: 'doomed' }));
    await remove();
    await remove();
    await create('doomed');
    await expect(server.codedeploy.send(new GetDeploymentGroupCommand(group))).rejects.toMatchObject({
      name: 'DeploymentGroupDoesNotExistException',
    });
  });

  it('are read many at once, leaving out what does not exist', async () => {
    await create('batch-1');
    await create('batch-2');
    const read = (applicationNames: string[]) =>
      server.codedeploy.send(new BatchGetApplicationsCommand({ applicationNames }));
    const { applicationsInfo } = await read(['batch-2', 'missing', 'batch-1']);
    expect(applicationsInfo?.map(({ applicationName }) => applicationName)).toEqual(['batch-2', 'batch-1']);
    await expect(read(Array.from({ length: 101 }, (_, index) => `n${index}`))).rejects.toMatchObject({
      name: 'BatchLimitExceededException',
    });
  });

  it('are listed page by page in the order of their names', async () => {
    const names = Array.from({ length: 105 }, (_, index) => `page-${String(index).padStart(3, '0')}`);
    await Promise.all(names.map(create));
    const seen: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await server.codedeploy.send(new ListApplicationsCommand({ nextToken }));
      expect(page.applications?.length).toBeLessThanOrEqual(100);
      seen.push(...(page.applications ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(seen.filter((name) => name.startsWith('page-'))).toEqual(names);
    expect(new Set(seen).size).toBe(seen.length);
    await expect(server.codedeploy.send(new ListApplicationsCommand({ nextToken: 'x' }))).rejects.toMatchObject({
      name: 'InvalidNextTokenException',
    });
  });
});
