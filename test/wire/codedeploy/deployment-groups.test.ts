import {
  BatchGetDeploymentGroupsCommand,
  CreateApplicationCommand,
  CreateDeploymentGroupCommand,
  type CreateDeploymentGroupCommandInput,
  DeleteDeploymentGroupCommand,
  GetDeploymentGroupCommand,
  ListDeploymentGroupsCommand,
  UpdateDeploymentGroupCommand,
  type UpdateDeploymentGroupCommandInput,
} from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ROLE } from '../../harness/deployment-room.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const FILTER = { Key: 'env', Value: 'prod', Type: 'KEY_AND_VALUE' } as const;

describe.each(DIALECTS)('codedeploy deployment groups on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.codedeploy.send(new CreateApplicationCommand({ applicationName: 'app' }));
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });
  const create = (deploymentGroupName: string, input: Partial<CreateDeploymentGroupCommandInput> = {}) =>
    server.codedeploy.send(
      new CreateDeploymentGroupCommand({ applicationName: 'app', deploymentGroupName, serviceRoleArn: ROLE, ...input }),
    );
  const get = async (deploymentGroupName: string) => {
    const input = { applicationName: 'app', deploymentGroupName };
    return (await server.codedeploy.send(new GetDeploymentGroupCommand(input))).deploymentGroupInfo;
  };
  const update = (currentDeploymentGroupName: string, input: Partial<UpdateDeploymentGroupCommandInput>) =>
    server.codedeploy.send(
      new UpdateDeploymentGroupCommand({ applicationName: 'app', currentDeploymentGroupName, ...input }),
    );

  it('are shown with the defaults that were not given', async () => {
    const { deploymentGroupId } = await create('defaults');
    expect(await get('defaults')).toEqual({
      applicationName: 'app',
      deploymentGroupId,
      deploymentGroupName: 'defaults',
      deploymentConfigName: 'CodeDeployDefault.OneAtATime',
      serviceRoleArn: ROLE,
      autoRollbackConfiguration: { enabled: false },
      autoScalingGroups: [],
      triggerConfigurations: [],
      deploymentStyle: { deploymentType: 'IN_PLACE', deploymentOption: 'WITHOUT_TRAFFIC_CONTROL' },
      outdatedInstancesStrategy: 'UPDATE',
      onPremisesTagSet: { onPremisesTagSetList: [] },
      ec2TagSet: { ec2TagSetList: [] },
      computePlatform: 'Server',
      terminationHookEnabled: false,
    });
  });

  it('keep what they were given', async () => {
    const given = {
      deploymentConfigName: 'CodeDeployDefault.AllAtOnce',
      onPremisesInstanceTagFilters: [FILTER],
      ec2TagFilters: [FILTER],
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE' as const] },
      outdatedInstancesStrategy: 'IGNORE' as const,
    };
    await create('kept', given);
    expect(await get('kept')).toMatchObject(given);
  });

  it('change in what is given, and stay otherwise', async () => {
    await create('changing', { onPremisesInstanceTagFilters: [FILTER], outdatedInstancesStrategy: 'IGNORE' });
    const { hooksNotCleanedUp } = await update('changing', { deploymentConfigName: 'CodeDeployDefault.HalfAtATime' });
    expect(hooksNotCleanedUp).toEqual([]);
    expect(await get('changing')).toMatchObject({
      deploymentConfigName: 'CodeDeployDefault.HalfAtATime',
      onPremisesInstanceTagFilters: [FILTER],
      outdatedInstancesStrategy: 'IGNORE',
    });
    const onPremisesTagSet = { onPremisesTagSetList: [[FILTER]] };
    await update('changing', { onPremisesTagSet, newDeploymentGroupName: 'changed' });
    const changed = await get('changed');
    expect(changed).toMatchObject({ onPremisesTagSet });
    expect(changed?.onPremisesInstanceTagFilters).toBeUndefined();
    await expect(get('changing')).rejects.toMatchObject({ name: 'DeploymentGroupDoesNotExistException' });
    await create('occupied');
    await expect(update('changed', { newDeploymentGroupName: 'occupied' })).rejects.toMatchObject({
      name: 'DeploymentGroupAlreadyExistsException',
    });
    await expect(update('nowhere', {})).rejects.toMatchObject({ name: 'DeploymentGroupDoesNotExistException' });
  });

  it.each<[string, Partial<CreateDeploymentGroupCommandInput>]>([
    ['ApplicationDoesNotExistException', { applicationName: 'nowhere' }],
    ['InvalidDeploymentGroupNameException', { deploymentGroupName: 'a b' }],
    ['DeploymentConfigDoesNotExistException', { deploymentConfigName: 'nowhere' }],
    ['DeploymentConfigDoesNotExistException', { deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce' }],
    ['InvalidRoleException', { serviceRoleArn: 'deployer' }],
    [
      'InvalidOnPremisesTagCombinationException',
      { onPremisesInstanceTagFilters: [FILTER], onPremisesTagSet: { onPremisesTagSetList: [[FILTER]] } },
    ],
    ['InvalidEC2TagCombinationException', { ec2TagFilters: [FILTER], ec2TagSet: { ec2TagSetList: [[FILTER]] } }],
    [
      'TagSetListLimitExceededException',
      { onPremisesTagSet: { onPremisesTagSetList: [[FILTER], [FILTER], [FILTER], [FILTER]] } },
    ],
    ['InvalidTagException', { onPremisesInstanceTagFilters: [{ Value: 'x', Type: 'KEY_ONLY' }] }],
    ['InvalidTagException', { onPremisesInstanceTagFilters: [{ ...FILTER, Type: 'ANY' as never }] }],
    ['InvalidEC2TagException', { ec2TagFilters: [{ Type: 'VALUE_ONLY' }] }],
    ['InvalidAutoRollbackConfigException', { autoRollbackConfiguration: { enabled: true } }],
    ['InvalidDeploymentStyleException', { deploymentStyle: { deploymentType: 'BLUE_GREEN' } }],
    ['InvalidDeploymentStyleException', { deploymentStyle: { deploymentOption: 'WITH_TRAFFIC_CONTROL' } }],
    ['InvalidBlueGreenDeploymentConfigurationException', { blueGreenDeploymentConfiguration: {} }],
    ['InvalidLoadBalancerInfoException', { loadBalancerInfo: { elbInfoList: [{ name: 'lb' }] } }],
    ['InvalidAutoScalingGroupException', { autoScalingGroups: ['asg'] }],
    ['InvalidECSServiceException', { ecsServices: [{ serviceName: 's', clusterName: 'c' }] }],
    ['InvalidTriggerConfigException', { triggerConfigurations: [{ triggerName: 't' }] }],
    ['InvalidAlarmConfigException', { alarmConfiguration: { enabled: true, alarms: [{ name: 'a' }] } }],
    ['InvalidTagsToAddException', { tags: [{ Key: 'aws:x', Value: 'y' }] }],
  ])('are refused with %s for %j', async (name, input) => {
    await expect(create('refused', input)).rejects.toMatchObject({ name });
    await expect(get('refused')).rejects.toMatchObject({ name: 'DeploymentGroupDoesNotExistException' });
  });

  it('need a name and a role of their own', async () => {
    await create('twin');
    await expect(create('twin')).rejects.toMatchObject({ name: 'DeploymentGroupAlreadyExistsException' });
    await expect(create(undefined as never)).rejects.toMatchObject({ name: 'DeploymentGroupNameRequiredException' });
    await expect(create('roleless', { serviceRoleArn: undefined as never })).rejects.toMatchObject({
      name: 'RoleRequiredException',
    });
  });

  it('are deleted, and deleting them again succeeds', async () => {
    await create('doomed');
    const remove = () =>
      server.codedeploy.send(
        new DeleteDeploymentGroupCommand({ applicationName: 'app', deploymentGroupName: 'doomed' }),
      );
    expect((await remove()).hooksNotCleanedUp).toEqual([]);
    await remove();
    await expect(get('doomed')).rejects.toMatchObject({ name: 'DeploymentGroupDoesNotExistException' });
  });

  it('are read many at once, telling of those that do not exist', async () => {
    await create('batch-1');
    const read = (deploymentGroupNames: string[]) =>
      server.codedeploy.send(new BatchGetDeploymentGroupsCommand({ applicationName: 'app', deploymentGroupNames }));
    const { deploymentGroupsInfo, errorMessage } = await read(['batch-1', 'missing']);
    expect(deploymentGroupsInfo?.map(({ deploymentGroupName }) => deploymentGroupName)).toEqual(['batch-1']);
    expect(errorMessage).toContain('missing');
    await expect(read(Array.from({ length: 101 }, (_, index) => `n${index}`))).rejects.toMatchObject({
      name: 'BatchLimitExceededException',
    });
  });

  it('are listed page by page', async () => {
    await server.codedeploy.send(new CreateApplicationCommand({ applicationName: 'many' }));
    const names = Array.from({ length: 101 }, (_, index) => `g-${String(index).padStart(3, '0')}`);
    await Promise.all(names.map((name) => create(name, { applicationName: 'many' })));
    const list = (nextToken?: string) =>
      server.codedeploy.send(new ListDeploymentGroupsCommand({ applicationName: 'many', nextToken }));
    const first = await list();
    expect(first.deploymentGroups).toEqual(names.slice(0, 100));
    const second = await list(first.nextToken);
    expect(second).toMatchObject({ applicationName: 'many', deploymentGroups: names.slice(100) });
    expect(second.nextToken).toBeUndefined();
    await expect(list('nonsense')).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
  });
});
