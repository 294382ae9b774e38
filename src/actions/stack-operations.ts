import type { Stack } from '@aws-sdk/client-cloudformation';
import { ask } from '../aws/ask.ts';
import type { Aws } from '../aws/aws.ts';
import { isServiceError } from '../kernel/service-error.ts';
import type { StackInput } from './stack-input.ts';

/** A stack of a region, and what can be asked of it. Requests carry a token, by which what they began is known again. */
export interface StackOperations {
  find(): Promise<Stack | undefined>;
  /** Whether the newest operation on the stack is the one that the token began. */
  wasBegunBy(token: string): Promise<boolean>;
  /** Answers the id of the stack. */
  create(input: StackInput, token: string): Promise<string>;
  /** Answers false when nothing is to be changed. */
  update(input: StackInput, token: string): Promise<boolean>;
  delete(token: string, role: string | undefined): Promise<void>;
  /** Why what the token began failed, in the words of the first resource that did. */
  firstFailure(token: string): Promise<string | undefined>;
  dropChangeSet(name: string): Promise<void>;
  createChangeSet(name: string, input: StackInput, isNew: boolean, token: string): Promise<string>;
  findChangeSet(name: string): Promise<ChangeSet | undefined>;
  executeChangeSet(name: string, token: string): Promise<void>;
}

export interface ChangeSet {
  readonly id: string;
  readonly status: string;
  readonly executionStatus: string;
  readonly reason: string;
}

const NOTHING_CHANGES = /No updates are to be performed/;
const NOT_THERE = /does not exist/;

export async function stackOperations(aws: Aws, region: string, StackName: string): Promise<StackOperations> {
  const settings = aws.settings(region);
  const sdk = await import('@aws-sdk/client-cloudformation');
  const { CloudFormationClient } = sdk;
  const request = <T>(deed: (client: InstanceType<typeof CloudFormationClient>) => Promise<T>) =>
    ask(new CloudFormationClient(settings), deed);
  const events = () =>
    request((client) => client.send(new sdk.DescribeStackEventsCommand({ StackName }))).then(
      ({ StackEvents = [] }) => StackEvents,
    );
  return {
    find: async () => {
      try {
        const { Stacks = [] } = await request((client) => client.send(new sdk.DescribeStacksCommand({ StackName })));
        return Stacks[0];
      } catch (error) {
        if (isServiceError(error) && NOT_THERE.test(error.message)) return undefined;
        throw error;
      }
    },
    wasBegunBy: async (token) => (await events())[0]?.ClientRequestToken === token,
    create: async (input, token) => {
      const command = new sdk.CreateStackCommand({ StackName, ...input, ClientRequestToken: token });
      return (await request((client) => client.send(command))).StackId ?? StackName;
    },
    update: async (input, token) => {
      const command = new sdk.UpdateStackCommand({ StackName, ...input, ClientRequestToken: token });
      try {
        await request((client) => client.send(command));
        return true;
      } catch (error) {
        if (isServiceError(error) && NOTHING_CHANGES.test(error.message)) return false;
        throw error;
      }
    },
    delete: async (token, RoleARN) => {
      await request((client) =>
        client.send(new sdk.DeleteStackCommand({ StackName, RoleARN, ClientRequestToken: token })),
      );
    },
    firstFailure: async (token) => {
      const failures = (await events()).filter(
        ({ ResourceStatus = '', ClientRequestToken = token }) =>
          ResourceStatus.endsWith('_FAILED') && ClientRequestToken === token,
      );
      const failure = failures.findLast(({ ResourceStatusReason = '' }) => ResourceStatusReason !== '');
      return failure && `${failure.LogicalResourceId}: ${failure.ResourceStatusReason}`;
    },
    dropChangeSet: async (ChangeSetName) => {
      try {
        await request((client) => client.send(new sdk.DeleteChangeSetCommand({ StackName, ChangeSetName })));
      } catch (error) {
        if (!isServiceError(error) || !NOT_THERE.test(error.message)) throw error;
      }
    },
    createChangeSet: async (ChangeSetName, { StackPolicyBody: _policy, ...input }, isNew, token) => {
      const command = new sdk.CreateChangeSetCommand({
        StackName,
        ChangeSetName,
        ChangeSetType: isNew ? 'CREATE' : 'UPDATE',
        ...input,
        ClientToken: token,
      });
      return (await request((client) => client.send(command))).Id ?? ChangeSetName;
    },
    findChangeSet: async (ChangeSetName) => {
      try {
        const found = await request((client) =>
          client.send(new sdk.DescribeChangeSetCommand({ StackName, ChangeSetName })),
        );
        return {
          id: found.ChangeSetId ?? ChangeSetName,
          status: found.Status ?? '',
          executionStatus: found.ExecutionStatus ?? '',
          reason: found.StatusReason ?? '',
        };
      } catch (error) {
        if (isServiceError(error) && NOT_THERE.test(error.message)) return undefined;
        throw error;
      }
    },
    executeChangeSet: async (ChangeSetName, token) => {
      await request((client) =>
        client.send(new sdk.ExecuteChangeSetCommand({ StackName, ChangeSetName, ClientRequestToken: token })),
      );
    },
  };
}
