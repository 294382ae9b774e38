import { DeregisterOnPremisesInstanceCommand } from '@aws-sdk/client-codedeploy';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import {
  type DeploymentRoom,
  deploy,
  deploymentOf,
  hostArn,
  makeFleet,
  openDeploymentRoom,
} from '../../harness/deployment-room.ts';
import { ScriptedAgent, SECURE_COMMANDS } from '../../harness/scripted-agent.ts';

describe.each(DIALECTS)('the command service on %s', (dialect) => {
  let room: DeploymentRoom;
  beforeAll(async () => {
    room = await openDeploymentRoom(dialect, { poll: 300 });
  });
  afterAll(async () => {
    await room.close();
    expect(room.errors).toEqual([]);
  });

  it("gives AWS's agent a command with the four members it needs", async () => {
    const fleet = await makeFleet(room, 'shape', 1);
    const id = await deploy(room, fleet);
    expect(await fleet.agent(1).next()).toEqual({
      HostCommandIdentifier: expect.stringMatching(/./),
      HostIdentifier: hostArn('shape-1'),
      DeploymentExecutionId: `CodeDeploy/eu-west-1/Prod/arn:aws:sds:eu-west-1:123456789012:deployment/${id}`,
      CommandName: 'ApplicationStop',
    });
  });

  it('hands a command out once', async () => {
    const fleet = await makeFleet(room, 'once', 1);
    await deploy(room, fleet);
    const polls = await Promise.all([1, 2, 3].map(() => fleet.agent(1).poll()));
    expect(polls.filter((answer) => answer.body.HostCommand !== undefined)).toHaveLength(1);
  });

  it('answers an empty object when there is nothing to do', async () => {
    const fleet = await makeFleet(room, 'idle', 1);
    expect(await fleet.agent(1).poll()).toEqual({ status: 200, body: {} });
  });

  it('wraps the specification in a PKCS7 envelope whose signature is true, for its own certificate', async () => {
    const fleet = await makeFleet(room, 'spec', 1);
    const s3Location = { bucket: 'b', key: 'ä.zip', bundleType: 'zip', version: 'v1', eTag: '"abc"' } as const;
    const id = await deploy(room, fleet, {
      revision: { revisionType: 'S3', s3Location },
      fileExistsBehavior: 'RETAIN',
    });
    const command = await fleet.agent(1).next();
    const answer = await fleet.agent(1).specification(command);
    expect(answer.body).toMatchObject({
      DeploymentSystem: 'CodeDeploy',
      DeploymentSpecification: { GenericEnvelope: { Format: 'PKCS7/JSON' } },
    });
    const { content, signed } = opened(payloadOf(answer.body));
    expect(signed).toBe(true);
    expect(JSON.parse(content)).toEqual({
      DeploymentId: id,
      DeploymentGroupId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      DeploymentGroupName: 'servers',
      ApplicationName: 'spec',
      DeploymentCreator: 'user',
      DeploymentType: 'IN_PLACE',
      AppSpecFilename: 'appspec.yml',
      Revision: {
        RevisionType: 'S3',
        S3Revision: { Bucket: 'b', Key: 'ä.zip', BundleType: 'zip', Version: 'v1', ETag: 'abc' },
      },
      AgentActionOverrides: { AgentOverrides: { FileExistsBehavior: 'RETAIN' } },
    });
  });

  it('tells a host nothing of deployments that are not its own', async () => {
    const fleet = await makeFleet(room, 'own', 1);
    const other = await makeFleet(room, 'other', 1);
    await deploy(room, fleet);
    const command = await fleet.agent(1).next();
    const answer = await other.agent(1).specification(command);
    expect(answer).toMatchObject({ status: 400, body: { __type: 'ClientException' } });
  });

  it('says what to do when a host is not registered, or no longer', async () => {
    const stranger = new ScriptedAgent(room.endpoint, hostArn('stranger'));
    expect(await stranger.poll()).toMatchObject({
      status: 400,
      body: { __type: 'ClientException', message: expect.stringContaining('RegisterOnPremisesInstance') },
    });
    const fleet = await makeFleet(room, 'leaver', 1);
    await room.clients.codedeploy.send(new DeregisterOnPremisesInstanceCommand({ instanceName: 'leaver-1' }));
    expect((await fleet.agent(1).poll()).status).toBe(400);
  });

  it('lets a host speak for itself only', async () => {
    const [one, two] = await room.issueKeys([
      { arn: hostArn('speaker-1'), accessKeyId: 'AKIAHOST1' },
      { arn: hostArn('speaker-2'), accessKeyId: 'AKIAHOST2' },
    ]);
    const fleet = await makeFleet(room, 'speaker', 2);
    await deploy(room, fleet, { deploymentConfigName: 'CodeDeployDefault.AllAtOnce' });
    const itself = new ScriptedAgent(room.endpoint, hostArn('speaker-1'), one);
    const command = await itself.next();
    const impostor = new ScriptedAgent(room.endpoint, hostArn('speaker-1'), two);
    const refused = { status: 400, body: { __type: 'AccessDeniedException' } };
    expect(await impostor.poll()).toMatchObject(refused);
    expect(await impostor.specification(command)).toMatchObject(refused);
    expect(await impostor.acknowledge(command)).toMatchObject(refused);
    expect(await impostor.complete(command)).toMatchObject(refused);
    expect((await itself.acknowledge(command)).body).toEqual({ CommandStatus: 'InProgress' });
  });

  it('answers the acknowledgement of an acknowledged command the same, and that of an ended one with its end', async () => {
    const fleet = await makeFleet(room, 'acks', 1);
    await deploy(room, fleet);
    const agent = fleet.agent(1);
    const command = await agent.next();
    expect((await agent.acknowledge(command)).body).toEqual({ CommandStatus: 'InProgress' });
    expect((await agent.acknowledge(command)).body).toEqual({ CommandStatus: 'InProgress' });
    await agent.complete(command);
    expect((await agent.acknowledge(command)).body).toEqual({ CommandStatus: 'Succeeded' });
    const update = await agent.call('PostHostCommandUpdate', { HostCommandIdentifier: command.HostCommandIdentifier });
    expect(update.body).toEqual({ CommandStatus: 'Succeeded' });
  });

  it('takes a report without an acknowledgement before it, and diagnostics that are no JSON', async () => {
    const fleet = await makeFleet(room, 'blunt', 1);
    const id = await deploy(room, fleet);
    const { HostCommandIdentifier } = await fleet.agent(1).next();
    const Diagnostics = { Format: 'JSON', Payload: 'not JSON\0' };
    const answer = await fleet.agent(1).call('PutHostCommandComplete', {
      HostCommandIdentifier,
      CommandStatus: 'Failed',
      Diagnostics,
    });
    expect(answer.status).toBe(200);
    expect((await deploymentOf(room, id)).status).toBe('Failed');
  });

  it('refuses what is no end, no command and no input', async () => {
    const fleet = await makeFleet(room, 'wrong', 1);
    await deploy(room, fleet);
    const agent = fleet.agent(1);
    const { HostCommandIdentifier } = await agent.next();
    const refusedBy = async (operation: string, input: object) => (await agent.call(operation, input)).body.__type;
    const complete = (CommandStatus: string) => ({ HostCommandIdentifier, CommandStatus });
    expect(await refusedBy('PutHostCommandComplete', complete('InProgress'))).toBe('ClientException');
    expect(await refusedBy('PutHostCommandComplete', complete('Done'))).toBe('ClientException');
    expect(await refusedBy('PutHostCommandAcknowledgement', { HostCommandIdentifier: 'none' })).toBe('ClientException');
    expect(await refusedBy('PollHostCommand', {})).toBe('ClientException');
    expect(await refusedBy('PollEverything', {})).toBe('UnknownOperationException');
  });

  it("answers under the name that the agent's authorization policy uses", async () => {
    const fleet = await makeFleet(room, 'secure', 1);
    await deploy(room, fleet);
    const agent = new ScriptedAgent(room.endpoint, hostArn('secure-1'), undefined, SECURE_COMMANDS);
    expect(await agent.performAll()).toHaveLength(7);
  });
});

function payloadOf(body: Record<string, unknown> | undefined): string {
  const { DeploymentSpecification } = body as { DeploymentSpecification: { GenericEnvelope: { Payload: string } } };
  return DeploymentSpecification.GenericEnvelope.Payload;
}

/** The parts of a parsed message that forge's types leave out. */
interface Captured {
  readonly certificates: forge.pki.Certificate[];
  readonly rawCapture: {
    readonly content: forge.asn1.Asn1;
    readonly signature: string;
    readonly authenticatedAttributes: forge.asn1.Asn1[];
  };
}

/** What an agent finds in the envelope: the content, and whether its digest and signature hold. */
function opened(pem: string): { content: string; signed: boolean } {
  const { asn1, md, pkcs7, util } = forge;
  const { rawCapture, certificates } = pkcs7.messageFromPem(pem) as unknown as Captured;
  const [content] = rawCapture.content.value as forge.asn1.Asn1[];
  const bytes = String(content?.value);
  const attributes = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, rawCapture.authenticatedAttributes);
  const digest = md.sha256.create().update(asn1.toDer(attributes).getBytes()).digest().getBytes();
  const key = certificates[0]?.publicKey as forge.pki.rsa.PublicKey;
  const inAttributes = asn1.toDer(attributes).getBytes().includes(md.sha256.create().update(bytes).digest().getBytes());
  const isSelfSigned = certificates[0]?.verify(certificates[0]) ?? false;
  const signed = key.verify(digest, rawCapture.signature) && inAttributes && isSelfSigned;
  return { content: util.decodeUtf8(bytes), signed: signed };
}
