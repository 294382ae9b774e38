import {
  BatchGetDeploymentInstancesCommand,
  BatchGetDeploymentTargetsCommand,
  ContinueDeploymentCommand,
  GetDeploymentInstanceCommand,
  GetDeploymentTargetCommand,
  ListDeploymentInstancesCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const deploymentId = 'd-ABCDEFGHI';
/** What a program without types may leave out, or make up. */
const none = undefined as never;
const unknown = 'UNKNOWN' as never;

describe.each(DIALECTS)('what CodeDeploy must be told, on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const cases: Readonly<Record<string, () => Promise<unknown>>> = {
    'DeploymentTargetIdRequiredException of GetDeploymentTarget': () =>
      server.codedeploy.send(new GetDeploymentTargetCommand({ deploymentId, targetId: none })),
    'DeploymentTargetIdRequiredException of BatchGetDeploymentTargets': () =>
      server.codedeploy.send(new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds: none })),
    'DeploymentIdRequiredException of GetDeploymentTarget': () =>
      server.codedeploy.send(new GetDeploymentTargetCommand({ deploymentId: none, targetId: 'a' })),
    'InstanceIdRequiredException of GetDeploymentInstance': () =>
      server.codedeploy.send(new GetDeploymentInstanceCommand({ deploymentId, instanceId: none })),
    'InstanceIdRequiredException of BatchGetDeploymentInstances': () =>
      server.codedeploy.send(new BatchGetDeploymentInstancesCommand({ deploymentId, instanceIds: none })),
    'InvalidInstanceTypeException of ListDeploymentInstances': () =>
      server.codedeploy.send(new ListDeploymentInstancesCommand({ deploymentId, instanceTypeFilter: [unknown] })),
    'InvalidInstanceStatusException of ListDeploymentInstances': () =>
      server.codedeploy.send(new ListDeploymentInstancesCommand({ deploymentId, instanceStatusFilter: [unknown] })),
    'InvalidDeploymentWaitTypeException of ContinueDeployment': () =>
      server.codedeploy.send(new ContinueDeploymentCommand({ deploymentId, deploymentWaitType: unknown })),
    'ResourceArnRequiredException of ListTagsForResource': () =>
      server.codedeploy.send(new ListTagsForResourceCommand({ ResourceArn: none })),
    'ResourceArnRequiredException of TagResource': () =>
      server.codedeploy.send(new TagResourceCommand({ ResourceArn: none, Tags: [] })),
    'ResourceArnRequiredException of UntagResource': () =>
      server.codedeploy.send(new UntagResourceCommand({ ResourceArn: none, TagKeys: [] })),
  };

  it.each(Object.entries(cases))('else there is a %s', async (label, request) => {
    await expect(request()).rejects.toMatchObject({ name: label.split(' ')[0] });
  });
});
