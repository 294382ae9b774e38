import { CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import type { ActionDeclaration } from '@aws-sdk/client-codepipeline';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Moto, motoIsThere, startMoto } from '../harness/moto.ts';
import { action, actionsOf, create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';

const template = (name: string, Description = name) =>
  JSON.stringify({
    Description,
    Parameters: { Name: { Type: 'String' } },
    Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'Name' }, DisplayName: name } } },
    Outputs: { Arn: { Value: { Ref: 'Topic' } } },
  });
const ROLE = 'arn:aws:iam::123456789012:role/stacks';

/** What is said to the stand-in is said to an emulator that is not ours too, where there is one: CI has none. */
export const againstMoto = () =>
  describe.each(motoIsThere() ? ['moto'] : [])('the same said to %s', () => {
    let moto: Moto;
    let server: TestServer;
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const elsewhere = () => ({ endpoint: moto.url, region: REGION, credentials });

    beforeAll(async () => {
      moto = await startMoto();
      // Under this name moto finds buckets in the path of a template's URL.
      const endpoint = moto.url.replace('127.0.0.1', 'localhost');
      server = await startTestServer('sqlite', {
        aws: { endpoint, region: undefined, bucket: 'lent', credentials },
      });
      await makeBuckets(server.s3);
    }, 60_000);
    afterAll(async () => {
      await server.close();
      await moto.close();
      expect(server.errors).toEqual([]);
    });

    const main = () =>
      sourceOf(server.s3, 'Main', {
        'one.json': template('one'),
        'two.json': template('two', 'x'.repeat(51_200)),
        'imagedefinitions.json': '[{"name":"app","imageUri":"app:2"}]',
      });

    async function run(name: string, declared: ActionDeclaration) {
      await create(
        server.codepipeline,
        pipeline(name, [stage('Source', await main()), stage('Deploy', declared)], QUIET),
      );
      const id = await start(server.codepipeline, name);
      await untilStatus(server.codepipeline, name, id, 'Succeeded');
      return (await actionsOf(server.codepipeline, name, id)).at(-1)?.output;
    }

    const deploy = (configuration: Record<string, string>, inputArtifacts = [{ name: 'MainOutput' }]) =>
      action('Deploy', {
        actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'CloudFormation', version: '1' },
        configuration: { StackName: 'shop', RoleArn: ROLE, ...configuration },
        inputArtifacts,
      });

    async function stack(): Promise<Stack | undefined> {
      const { Stacks } = await new CloudFormationClient(elsewhere()).send(new DescribeStacksCommand({}));
      return Stacks?.find(({ StackName }) => StackName === 'shop');
    }

    it('a stack is made, changed by a change set of a long template, and deleted', async () => {
      const s3 = new S3Client({ ...elsewhere(), forcePathStyle: true });
      const here = { LocationConstraint: REGION } as const;
      await s3.send(new CreateBucketCommand({ Bucket: 'lent', CreateBucketConfiguration: here }));
      const parameters = { ParameterOverrides: '{"Name":"news"}' };
      const made = await run(
        'make',
        deploy({ ActionMode: 'CREATE_UPDATE', TemplatePath: 'MainOutput::one.json', ...parameters }),
      );
      expect(made?.outputVariables).toEqual({ Arn: expect.stringMatching(/:news$/) });
      expect((await stack())?.StackStatus).toBe('CREATE_COMPLETE');
      const set = { ChangeSetName: 'next' };
      await run(
        'plan',
        deploy({ ActionMode: 'CHANGE_SET_REPLACE', TemplatePath: 'MainOutput::two.json', ...set, ...parameters }),
      );
      await run('carry-out', deploy({ ActionMode: 'CHANGE_SET_EXECUTE', ...set }, []));
      expect((await stack())?.StackStatus).toBe('UPDATE_COMPLETE');
      await run('delete', deploy({ ActionMode: 'DELETE_ONLY' }, []));
      expect(await stack()).toBeUndefined();
    });

    it('a service comes to have a task definition with the new image', async () => {
      const ecs = new ECSClient(elsewhere());
      await ecs.send(new CreateClusterCommand({ clusterName: 'main' }));
      await ecs.send(
        new RegisterTaskDefinitionCommand({
          family: 'web',
          containerDefinitions: [{ name: 'app', image: 'app:1', memory: 64 }],
        }),
      );
      await ecs.send(
        new CreateServiceCommand({ cluster: 'main', serviceName: 'web', taskDefinition: 'web', desiredCount: 0 }),
      );
      await run(
        'ship',
        action('Ship', {
          actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'ECS', version: '1' },
          configuration: { ClusterName: 'main', ServiceName: 'web' },
          inputArtifacts: [{ name: 'MainOutput' }],
        }),
      );
      const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster: 'main', services: ['web'] }));
      expect(services[0]?.taskDefinition).toMatch(/web:2$/);
    });
  });
