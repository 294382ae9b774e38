import {
  BatchGetDeploymentInstancesCommand,
  BatchGetDeploymentsCommand,
  BatchGetDeploymentTargetsCommand,
  ContinueDeploymentCommand,
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  GetDeploymentCommand,
  GetDeploymentGroupCommand,
  GetDeploymentInstanceCommand,
  GetDeploymentTargetCommand,
  ListDeploymentInstancesCommand,
  ListDeploymentsCommand,
  type ListDeploymentsCommandInput,
  ListDeploymentTargetsCommand,
  StopDeploymentCommand,
  UpdateDeploymentGroupCommand,
  waitUntilDeploymentSuccessful,
} from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import {
  type DeploymentRoom,
  deploy,
  deploymentOf,
  ended,
  type Fleet,
  makeFleet,
  openDeploymentRoom,
  revision,
  started,
} from '../../harness/deployment-room.ts';

const UNKNOWN = 'd-ABCDEFGHI';

describe.each(DIALECTS)('codedeploy deployments on %s', (dialect) => {
  let room: DeploymentRoom;
  let three: Fleet;
  /** One of three hosts has succeeded, one is under way. */
  let running: string;
  beforeAll(async () => {
    room = await openDeploymentRoom(dialect, { poll: 300 });
    await makeFleet(room, 'empty', 0);
    three = await makeFleet(room, 'three', 3);
    running = await deploy(room, three, { description: 'what for' });
    await three.agent(1).performAll();
  });
  afterAll(async () => {
    await room.close();
    expect(room.errors).toEqual([]);
  });
  const send = () => room.clients.codedeploy;
  const create = (input: Partial<CreateDeploymentCommandInput>) =>
    send().send(
      new CreateDeploymentCommand({
        applicationName: 'empty',
        deploymentGroupName: 'servers',
        revision: revision(),
        ...input,
      }),
    );

  it('are shown with everything they were asked to be', async () => {
    expect(running).toMatch(/^d-[A-Z0-9]{9}$/);
    expect(await deploymentOf(room, running)).toEqual({
      applicationName: 'three',
      deploymentGroupName: 'servers',
      deploymentConfigName: 'CodeDeployDefault.OneAtATime',
      deploymentId: running,
      revision: revision(),
      status: 'InProgress',
      createTime: expect.any(Date),
      startTime: expect.any(Date),
      deploymentOverview: { Pending: 1, InProgress: 1, Succeeded: 1, Failed: 0, Skipped: 0, Ready: 0 },
      description: 'what for',
      creator: 'user',
      ignoreApplicationStopFailures: false,
      autoRollbackConfiguration: { enabled: false },
      updateOutdatedInstancesOnly: false,
      deploymentStyle: { deploymentType: 'IN_PLACE', deploymentOption: 'WITHOUT_TRAFFIC_CONTROL' },
      instanceTerminationWaitTimeStarted: false,
      fileExistsBehavior: 'DISALLOW',
      deploymentStatusMessages: [],
      computePlatform: 'Server',
    });
  });

  it.each<[string, Partial<CreateDeploymentCommandInput>]>([
    ['ApplicationNameRequiredException', { applicationName: undefined as never }],
    ['ApplicationDoesNotExistException', { applicationName: 'nowhere' }],
    ['DeploymentGroupNameRequiredException', { deploymentGroupName: undefined }],
    ['DeploymentGroupDoesNotExistException', { deploymentGroupName: 'nowhere' }],
    ['RevisionRequiredException', { revision: undefined }],
    ['InvalidRevisionException', { revision: { revisionType: 'S3', s3Location: { bucket: 'b', key: 'k' } } }],
    ['InvalidRevisionException', { revision: { revisionType: 'S3' } }],
    ['InvalidRevisionException', { revision: { revisionType: 'AppSpecContent', appSpecContent: { content: '' } } }],
    [
      'InvalidRevisionException',
      { revision: { revisionType: 'GitHub', gitHubLocation: { repository: 'x', commitId: 'y' } } },
    ],
    ['DeploymentConfigDoesNotExistException', { deploymentConfigName: 'nowhere' }],
    ['InvalidDeploymentConfigNameException', { deploymentConfigName: 'a b' }],
    ['DescriptionTooLongException', { description: 'x'.repeat(257) }],
    ['InvalidFileExistsBehaviorException', { fileExistsBehavior: 'MAYBE' as never }],
    ['InvalidTargetInstancesException', { targetInstances: { autoScalingGroups: ['a'] } }],
    ['InvalidAutoRollbackConfigException', { autoRollbackConfiguration: { enabled: true } }],
    ['InvalidAlarmConfigException', { overrideAlarmConfiguration: { enabled: true } }],
  ])('are refused with %s for %j', async (name, input) => {
    await expect(create(input)).rejects.toMatchObject({ name });
  });

  it('are refused while another one of the group is under way', async () => {
    await expect(deploy(room, three)).rejects.toMatchObject({
      name: 'DeploymentLimitExceededException',
      message: `The Deployment Group 'servers' already has an active Deployment '${running}'`,
    });
  });

  it('one at a time are created even when several are asked for at once', async () => {
    const fleet = await makeFleet(room, 'race', 1);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => deploy(room, fleet)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('take the target revision of their group when none is given, and leave their marks on the group', async () => {
    const fleet = await makeFleet(room, 'marks', 1);
    const first = await deploy(room, fleet);
    await fleet.agent(1).performAll();
    await waitUntilDeploymentSuccessful({ client: send(), maxWaitTime: 20 }, { deploymentId: first });
    const second = await deploy(room, fleet, { revision: undefined });
    expect((await started(room, second)).revision).toEqual(revision());
    expect((await deploymentOf(room, second)).previousRevision).toEqual(revision());
    const group = { applicationName: 'marks', deploymentGroupName: 'servers' };
    const { deploymentGroupInfo } = await send().send(new GetDeploymentGroupCommand(group));
    expect(deploymentGroupInfo).toMatchObject({
      targetRevision: revision(),
      lastAttemptedDeployment: { deploymentId: second, status: 'InProgress' },
      lastSuccessfulDeployment: { deploymentId: first, status: 'Succeeded', endTime: expect.any(Date) },
    });
  });

  it('that do not exist are told of', async () => {
    const missing = { name: 'DeploymentDoesNotExistException' };
    await expect(send().send(new GetDeploymentCommand({ deploymentId: UNKNOWN }))).rejects.toMatchObject(missing);
    await expect(send().send(new StopDeploymentCommand({ deploymentId: UNKNOWN }))).rejects.toMatchObject(missing);
    await expect(send().send(new GetDeploymentCommand({ deploymentId: 'x' }))).rejects.toMatchObject({
      name: 'InvalidDeploymentIdException',
    });
    await expect(send().send(new GetDeploymentCommand({} as never))).rejects.toMatchObject({
      name: 'DeploymentIdRequiredException',
    });
    const targets = send().send(new ListDeploymentTargetsCommand({ deploymentId: UNKNOWN }));
    await expect(targets).rejects.toMatchObject(missing);
  });

  it('that have ended can be neither stopped nor continued', async () => {
    const { deploymentId = '' } = await create({});
    await ended(room, deploymentId);
    const completed = { name: 'DeploymentAlreadyCompletedException' };
    await expect(send().send(new StopDeploymentCommand({ deploymentId }))).rejects.toMatchObject(completed);
    await expect(send().send(new ContinueDeploymentCommand({ deploymentId }))).rejects.toMatchObject(completed);
    const inPlace = send().send(new ContinueDeploymentCommand({ deploymentId: running }));
    await expect(inPlace).rejects.toMatchObject({ name: 'UnsupportedActionForDeploymentTypeException' });
  });

  it('are read many at once, leaving out what does not exist', async () => {
    const read = (deploymentIds: string[]) => send().send(new BatchGetDeploymentsCommand({ deploymentIds }));
    const { deploymentsInfo } = await read([UNKNOWN, running]);
    expect(deploymentsInfo?.map(({ deploymentId }) => deploymentId)).toEqual([running]);
    const many = Array.from({ length: 26 }, (_, index) => `d-${String(index).padStart(9, '0')}`);
    await expect(read(many)).rejects.toMatchObject({ name: 'BatchLimitExceededException' });
    await expect(read(['x'])).rejects.toMatchObject({ name: 'InvalidDeploymentIdException' });
  });

  it('are listed newest first, of a group, with a status, from a time, page by page', async () => {
    await makeFleet(room, 'listed', 0);
    const ids: string[] = [];
    for (let number = 0; number < 101; number += 1) {
      const { deploymentId = '' } = await create({ applicationName: 'listed' });
      await ended(room, deploymentId);
      ids.unshift(deploymentId);
    }
    const ofGroup = { applicationName: 'listed', deploymentGroupName: 'servers' };
    const list = (input: ListDeploymentsCommandInput) => send().send(new ListDeploymentsCommand(input));
    const first = await list(ofGroup);
    expect(first.deployments).toEqual(ids.slice(0, 100));
    const second = await list({ ...ofGroup, nextToken: first.nextToken });
    expect(second.deployments).toEqual(ids.slice(100));
    expect(second.nextToken).toBeUndefined();
    expect((await list({ ...ofGroup, includeOnlyStatuses: ['Succeeded'] })).deployments).toEqual([]);
    expect((await list({ includeOnlyStatuses: ['InProgress'] })).deployments).toContain(running);
    const later = new Date(Date.now() + 60_000);
    expect((await list({ createTimeRange: { start: later } })).deployments).toEqual([]);
    expect((await list({ ...ofGroup, createTimeRange: { end: later } })).deployments).toHaveLength(100);
  });

  it.each<[string, ListDeploymentsCommandInput]>([
    ['DeploymentGroupNameRequiredException', { applicationName: 'empty' }],
    ['ApplicationNameRequiredException', { deploymentGroupName: 'servers' }],
    ['ApplicationDoesNotExistException', { applicationName: 'nowhere', deploymentGroupName: 'servers' }],
    ['DeploymentGroupDoesNotExistException', { applicationName: 'empty', deploymentGroupName: 'nowhere' }],
    ['InvalidDeploymentStatusException', { includeOnlyStatuses: ['Lost' as never] }],
    ['InvalidTimeRangeException', { createTimeRange: { start: new Date(2), end: new Date(1) } }],
    ['InvalidExternalIdException', { externalId: 'x' }],
    ['InvalidNextTokenException', { nextToken: 'x' }],
  ])('are not listed but refused with %s for %j', async (name, input) => {
    await expect(send().send(new ListDeploymentsCommand(input))).rejects.toMatchObject({ name });
  });

  describe('and their targets', () => {
    it('are listed by status', async () => {
      const list = async (targetFilters?: Record<string, string[]>) => {
        const input = { deploymentId: running, targetFilters };
        return (await send().send(new ListDeploymentTargetsCommand(input))).targetIds;
      };
      expect(await list()).toEqual(['three-1', 'three-2', 'three-3']);
      expect(await list({ TargetStatus: ['Succeeded', 'Pending'] })).toEqual(['three-1', 'three-3']);
      await expect(list({ TargetStatus: ['Lost'] })).rejects.toMatchObject({ name: 'InvalidInstanceStatusException' });
      await expect(list({ Colour: ['red'] })).rejects.toMatchObject({ name: 'InvalidTargetFilterNameException' });
      await expect(list({ ServerInstanceLabel: ['Blue'] })).rejects.toMatchObject({
        name: 'InvalidDeploymentInstanceTypeException',
      });
    });

    it('are shown with their lifecycle events', async () => {
      const get = async (targetId: string) =>
        (await send().send(new GetDeploymentTargetCommand({ deploymentId: running, targetId }))).deploymentTarget;
      expect(await get('three-1')).toMatchObject({
        deploymentTargetType: 'InstanceTarget',
        instanceTarget: {
          deploymentId: running,
          targetId: 'three-1',
          targetArn: expect.stringMatching(/:instance\/three-1_/),
          status: 'Succeeded',
          lastUpdatedAt: expect.any(Date),
        },
      });
      const events = (await get('three-2'))?.instanceTarget?.lifecycleEvents ?? [];
      expect(events).toHaveLength(7);
      expect(events[0]).toEqual({ lifecycleEventName: 'ApplicationStop', status: 'Pending' });
      await expect(get('nobody')).rejects.toMatchObject({ name: 'DeploymentTargetDoesNotExistException' });
    });

    it('are read many at once', async () => {
      const read = (targetIds: string[]) =>
        send().send(new BatchGetDeploymentTargetsCommand({ deploymentId: running, targetIds }));
      const { deploymentTargets } = await read(['three-3', 'three-1']);
      expect(deploymentTargets?.map(({ instanceTarget }) => instanceTarget?.targetId)).toEqual(['three-3', 'three-1']);
      await expect(read(['nobody'])).rejects.toMatchObject({ name: 'DeploymentTargetDoesNotExistException' });
      await expect(read(Array.from({ length: 26 }, (_, index) => `n${index}`))).rejects.toMatchObject({
        name: 'DeploymentTargetListSizeExceededException',
      });
    });

    it('answer to the older operations for instances', async () => {
      const { instancesList } = await send().send(
        new ListDeploymentInstancesCommand({ deploymentId: running, instanceStatusFilter: ['InProgress'] }),
      );
      expect(instancesList).toEqual(['three-2']);
      const blue = new ListDeploymentInstancesCommand({ deploymentId: running, instanceTypeFilter: ['Blue'] });
      await expect(send().send(blue)).rejects.toMatchObject({ name: 'InvalidDeploymentInstanceTypeException' });
      const get = (instanceId: string) =>
        send().send(new GetDeploymentInstanceCommand({ deploymentId: running, instanceId }));
      const { instanceSummary } = await get('three-1');
      expect(instanceSummary).toMatchObject({ status: 'Succeeded', deploymentId: running });
      expect((await get(instanceSummary?.instanceId ?? '')).instanceSummary).toEqual(instanceSummary);
      await expect(get('nobody')).rejects.toMatchObject({ name: 'InstanceDoesNotExistException' });
      const { instancesSummary, errorMessage } = await send().send(
        new BatchGetDeploymentInstancesCommand({ deploymentId: running, instanceIds: ['three-1', 'nobody'] }),
      );
      expect(instancesSummary).toEqual([instanceSummary]);
      expect(errorMessage).toContain('nobody');
    });
  });

  it('that wait for nobody follow a change of their group the next time', async () => {
    const change = { applicationName: 'empty', currentDeploymentGroupName: 'servers' };
    await send().send(
      new UpdateDeploymentGroupCommand({ ...change, deploymentConfigName: 'CodeDeployDefault.AllAtOnce' }),
    );
    const { deploymentId = '' } = await create({});
    expect((await ended(room, deploymentId)).deploymentConfigName).toBe('CodeDeployDefault.AllAtOnce');
  });
});
