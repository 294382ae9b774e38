import {
  BatchGetApplicationRevisionsCommand,
  CreateApplicationCommand,
  GetApplicationRevisionCommand,
  ListApplicationRevisionsCommand,
  type ListApplicationRevisionsCommandInput,
  ListTagsForResourceCommand,
  RegisterApplicationRevisionCommand,
  type RevisionLocation,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import {
  type DeploymentRoom,
  deploy,
  deploymentOf,
  makeFleet,
  openDeploymentRoom,
  revision,
} from '../../harness/deployment-room.ts';
import { ACCOUNT, REGION } from '../../harness/server.ts';

const s3 = (key: string, more: object = {}): RevisionLocation => ({
  revisionType: 'S3',
  s3Location: { bucket: 'bundles', key, bundleType: 'zip', ...more },
});
const arnOf = (resource: string) => `arn:aws:codedeploy:${REGION}:${ACCOUNT}:${resource}`;

describe.each(DIALECTS)('codedeploy on %s', (dialect) => {
  let room: DeploymentRoom;
  beforeAll(async () => {
    room = await openDeploymentRoom(dialect, { poll: 300 });
    await room.clients.codedeploy.send(new CreateApplicationCommand({ applicationName: 'app' }));
  });
  afterAll(async () => {
    await room.close();
    expect(room.errors).toEqual([]);
  });
  const send = () => room.clients.codedeploy;
  const register = (location: RevisionLocation, applicationName = 'app', description?: string) =>
    send().send(new RegisterApplicationRevisionCommand({ applicationName, revision: location, description }));
  const get = (location: RevisionLocation, applicationName = 'app') =>
    send().send(new GetApplicationRevisionCommand({ applicationName, revision: location }));
  const list = async (input: Partial<ListApplicationRevisionsCommandInput> = {}) => {
    const command = new ListApplicationRevisionsCommand({ applicationName: 'app', ...input });
    return (await send().send(command)).revisions?.map(({ s3Location }) => s3Location?.key);
  };

  it('registers a revision once, whether its entity tag has quotes or not', async () => {
    await register(s3('etag.zip', { eTag: '"abc"' }), 'app', 'first');
    const found = await get(s3('etag.zip', { eTag: 'abc' }));
    expect(found).toMatchObject({
      applicationName: 'app',
      revisionInfo: { description: 'first', registerTime: expect.any(Date), deploymentGroups: [] },
    });
    expect(found.revisionInfo?.firstUsedTime).toBeUndefined();
    await expect(get(s3('etag.zip'))).rejects.toMatchObject({ name: 'RevisionDoesNotExistException' });
  });

  it('registers the revision of a deployment, and tells which groups run it', async () => {
    const fleet = await makeFleet(room, 'used', 1);
    const id = await deploy(room, fleet);
    expect((await get(revision(), 'used')).revisionInfo).toMatchObject({
      description: `Application revision registered by Deployment ID: ${id}`,
      firstUsedTime: expect.any(Date),
      lastUsedTime: expect.any(Date),
      deploymentGroups: [],
    });
    await fleet.agent(1).performAll();
    expect((await deploymentOf(room, id)).status).toBe('Succeeded');
    expect((await get(revision(), 'used')).revisionInfo?.deploymentGroups).toEqual(['servers']);
    await register(revision('other.zip'), 'used');
    expect(await list({ applicationName: 'used', deployed: 'include' })).toEqual(['app.zip']);
    expect(await list({ applicationName: 'used', deployed: 'exclude' })).toEqual(['other.zip']);
  });

  it('refuses revisions that no host could fetch', async () => {
    const invalid = { name: 'InvalidRevisionException' };
    await expect(register(s3('x', { bundleType: 'JSON' }))).rejects.toMatchObject(invalid);
    await expect(register({ revisionType: 'String', string: { content: '' } })).rejects.toMatchObject(invalid);
    await expect(register(undefined as never)).rejects.toMatchObject({ name: 'RevisionRequiredException' });
    await expect(register(s3('x'), 'nowhere')).rejects.toMatchObject({ name: 'ApplicationDoesNotExistException' });
    await expect(register(s3('x'), 'app', 'x'.repeat(257))).rejects.toMatchObject({
      name: 'DescriptionTooLongException',
    });
    const gitHubLocation = { repository: 'owner/name', commitId: 'a'.repeat(40) };
    await register({ revisionType: 'GitHub', gitHubLocation });
    expect((await get({ revisionType: 'GitHub', gitHubLocation })).revision).toEqual({
      revisionType: 'GitHub',
      gitHubLocation,
    });
  });

  it('lists revisions by bucket, prefix and time, page by page', async () => {
    await send().send(new CreateApplicationCommand({ applicationName: 'many' }));
    const keys = Array.from({ length: 101 }, (_, index) => `v/${String(index).padStart(3, '0')}`);
    for (const key of keys) await register(s3(key), 'many');
    const ofMany = { applicationName: 'many', s3Bucket: 'bundles', s3KeyPrefix: 'v/' };
    const first = await send().send(new ListApplicationRevisionsCommand(ofMany));
    expect(first.revisions).toHaveLength(100);
    expect(await list({ ...ofMany, nextToken: first.nextToken })).toEqual(keys.slice(100));
    expect(await list({ ...ofMany, s3KeyPrefix: 'w/' })).toEqual([]);
    const latest = await list({ ...ofMany, s3KeyPrefix: 'v/', sortBy: 'registerTime', sortOrder: 'descending' });
    expect(latest?.[0]).toBe('v/100');
    const refused = (input: object) => list({ ...input });
    await expect(refused({ s3KeyPrefix: 'v' })).rejects.toMatchObject({ name: 'BucketNameFilterRequiredException' });
    await expect(refused({ sortBy: 'size' })).rejects.toMatchObject({ name: 'InvalidSortByException' });
    await expect(refused({ sortOrder: 'up' })).rejects.toMatchObject({ name: 'InvalidSortOrderException' });
    await expect(refused({ deployed: 'no' })).rejects.toMatchObject({ name: 'InvalidDeployedStateFilterException' });
    await expect(refused({ nextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
  });

  it('reads many revisions at once, telling of those that are not registered', async () => {
    await register(s3('batch.zip'));
    const read = (revisions: RevisionLocation[]) =>
      send().send(new BatchGetApplicationRevisionsCommand({ applicationName: 'app', revisions }));
    const { revisions, errorMessage } = await read([s3('batch.zip'), s3('missing.zip')]);
    expect(revisions?.map(({ revisionLocation }) => revisionLocation)).toEqual([s3('batch.zip')]);
    expect(errorMessage).toMatch(/^1 of the revisions/);
    const many = Array.from({ length: 26 }, (_, index) => s3(`n${index}`));
    await expect(read(many)).rejects.toMatchObject({ name: 'BatchLimitExceededException' });
  });

  it('keeps tags of applications and groups', async () => {
    const fleet = await makeFleet(room, 'tagged', 0);
    for (const resource of ['application:tagged', `deploymentgroup:tagged/${fleet.deploymentGroupName}`]) {
      const ResourceArn = arnOf(resource);
      const Tags = [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '' },
      ];
      await send().send(new TagResourceCommand({ ResourceArn, Tags }));
      await send().send(new UntagResourceCommand({ ResourceArn, TagKeys: ['a', 'absent'] }));
      const found = await send().send(new ListTagsForResourceCommand({ ResourceArn }));
      expect(found.Tags).toEqual([{ Key: 'b', Value: '' }]);
    }
  });

  it.each([
    ['InvalidArnException', 'nonsense'],
    ['InvalidArnException', 'arn:aws:s3:::bucket'],
    ['ArnNotSupportedException', arnOf('instance/x')],
    ['ArnNotSupportedException', arnOf('deploymentgroup:app')],
    ['ApplicationDoesNotExistException', arnOf('application:nowhere')],
    ['DeploymentGroupDoesNotExistException', arnOf('deploymentgroup:app/nowhere')],
  ])('refuses tags with %s for %s', async (name, ResourceArn) => {
    const Tags = [{ Key: 'k', Value: 'v' }];
    await expect(send().send(new TagResourceCommand({ ResourceArn, Tags }))).rejects.toMatchObject({ name });
    await expect(send().send(new UntagResourceCommand({ ResourceArn, TagKeys: ['k'] }))).rejects.toMatchObject({
      name,
    });
    await expect(send().send(new ListTagsForResourceCommand({ ResourceArn }))).rejects.toMatchObject({ name });
  });

  it('refuses no tags, tags of AWS, and too many', async () => {
    const tag = (Tags: { Key: string; Value: string }[]) =>
      send().send(new TagResourceCommand({ ResourceArn: arnOf('application:app'), Tags }));
    await expect(tag([])).rejects.toMatchObject({ name: 'TagRequiredException' });
    await expect(tag([{ Key: 'aws:k', Value: '' }])).rejects.toMatchObject({ name: 'InvalidTagsToAddException' });
    const many = Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
    await expect(tag(many)).rejects.toMatchObject({ name: 'InvalidTagsToAddException' });
    const { Tags } = await send().send(new ListTagsForResourceCommand({ ResourceArn: arnOf('application:app') }));
    expect(Tags).toEqual([]);
  });
});
