import {
  CreateApplicationCommand,
  CreateDeploymentConfigCommand,
  type CreateDeploymentConfigCommandInput,
  CreateDeploymentGroupCommand,
  DeleteDeploymentConfigCommand,
  GetDeploymentConfigCommand,
  ListDeploymentConfigsCommand,
} from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { ROLE } from '../../harness/deployment-room.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

describe.each(DIALECTS)('codedeploy deployment configurations on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });
  const create = (deploymentConfigName: string, input: Partial<CreateDeploymentConfigCommandInput> = {}) =>
    server.codedeploy.send(
      new CreateDeploymentConfigCommand({
        deploymentConfigName,
        minimumHealthyHosts: { type: 'HOST_COUNT', value: 1 },
        ...input,
      }),
    );
  const get = (deploymentConfigName: string) =>
    server.codedeploy.send(new GetDeploymentConfigCommand({ deploymentConfigName }));
  const remove = (deploymentConfigName: string) =>
    server.codedeploy.send(new DeleteDeploymentConfigCommand({ deploymentConfigName }));

  it('include the seventeen of AWS', async () => {
    const { deploymentConfigsList = [] } = await server.codedeploy.send(new ListDeploymentConfigsCommand({}));
    const predefined = deploymentConfigsList.filter((name) => name.startsWith('CodeDeployDefault.'));
    expect(predefined).toHaveLength(17);
    const { deploymentConfigInfo: oneAtATime } = await get('CodeDeployDefault.OneAtATime');
    expect(oneAtATime?.minimumHealthyHosts).toEqual({ type: 'MOST_CONCURRENCY', value: 1 });
    const { deploymentConfigInfo: canary } = await get('CodeDeployDefault.LambdaCanary10Percent15Minutes');
    expect(canary).toMatchObject({
      computePlatform: 'Lambda',
      trafficRoutingConfig: {
        type: 'TimeBasedCanary',
        timeBasedCanary: { canaryPercentage: 10, canaryInterval: 15 },
      },
    });
  });

  it('are created, shown, listed and deleted', async () => {
    const { deploymentConfigId } = await create('own', { minimumHealthyHosts: { type: 'FLEET_PERCENT', value: 75 } });
    expect((await get('own')).deploymentConfigInfo).toEqual({
      deploymentConfigId,
      deploymentConfigName: 'own',
      computePlatform: 'Server',
      minimumHealthyHosts: { type: 'FLEET_PERCENT', value: 75 },
      createTime: expect.any(Date),
    });
    const { deploymentConfigsList } = await server.codedeploy.send(new ListDeploymentConfigsCommand({}));
    expect(deploymentConfigsList).toContain('own');
    await remove('own');
    await remove('own');
    await expect(get('own')).rejects.toMatchObject({ name: 'DeploymentConfigDoesNotExistException' });
  });

  it.each<[string, Partial<CreateDeploymentConfigCommandInput>]>([
    ['InvalidDeploymentConfigNameException', { deploymentConfigName: 'CodeDeployDefault.Mine' }],
    ['DeploymentConfigAlreadyExistsException', { deploymentConfigName: 'CodeDeployDefault.AllAtOnce' }],
    ['InvalidDeploymentConfigNameException', { deploymentConfigName: 'a b' }],
    ['DeploymentConfigNameRequiredException', { deploymentConfigName: undefined as never }],
    ['InvalidMinimumHealthyHostValueException', { minimumHealthyHosts: undefined as never }],
    ['InvalidMinimumHealthyHostValueException', { minimumHealthyHosts: { type: 'FLEET_PERCENT', value: 100 } }],
    ['InvalidMinimumHealthyHostValueException', { minimumHealthyHosts: { type: 'HOST_COUNT', value: -1 } }],
    ['InvalidMinimumHealthyHostValueException', { minimumHealthyHosts: { type: 'MOST' as never, value: 1 } }],
    ['InvalidComputePlatformException', { computePlatform: 'ECS' }],
    ['InvalidTrafficRoutingConfigurationException', { trafficRoutingConfig: { type: 'AllAtOnce' } }],
    ['InvalidZonalDeploymentConfigurationException', { zonalConfig: { monitorDurationInSeconds: 1 } }],
  ])('are refused with %s for %j', async (name, input) => {
    await expect(create('refused', input)).rejects.toMatchObject({ name });
    await expect(get('refused')).rejects.toMatchObject({ name: 'DeploymentConfigDoesNotExistException' });
  });

  it('are not created twice, and not deleted while a group uses them or AWS gives them', async () => {
    await create('used');
    await expect(create('used')).rejects.toMatchObject({ name: 'DeploymentConfigAlreadyExistsException' });
    await server.codedeploy.send(new CreateApplicationCommand({ applicationName: 'user' }));
    const group = { applicationName: 'user', deploymentGroupName: 'g', serviceRoleArn: ROLE };
    await server.codedeploy.send(new CreateDeploymentGroupCommand({ ...group, deploymentConfigName: 'used' }));
    await expect(remove('used')).rejects.toMatchObject({ name: 'DeploymentConfigInUseException' });
    await expect(remove('CodeDeployDefault.AllAtOnce')).rejects.toMatchObject({ name: 'InvalidOperationException' });
  });

  it('are listed page by page', async () => {
    const names = Array.from({ length: 90 }, (_, index) => `page-${String(index).padStart(3, '0')}`);
    await Promise.all(names.map((name) => create(name)));
    const first = await server.codedeploy.send(new ListDeploymentConfigsCommand({}));
    expect(first.deploymentConfigsList).toHaveLength(100);
    const second = await server.codedeploy.send(new ListDeploymentConfigsCommand({ nextToken: first.nextToken }));
    const all = [...(first.deploymentConfigsList ?? []), ...(second.deploymentConfigsList ?? [])];
    expect(all.filter((name) => name.startsWith('page-'))).toEqual(names);
    await expect(server.codedeploy.send(new ListDeploymentConfigsCommand({ nextToken: '%' }))).rejects.toMatchObject({
      name: 'InvalidNextTokenException',
    });
  });
});
