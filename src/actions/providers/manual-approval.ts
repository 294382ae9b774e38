import { parseArn } from '../../kernel/arn.ts';
import type { ConsoleLinks } from '../../kernel/console-links.ts';
import { isServiceError, ServiceError } from '../../kernel/service-error.ts';
import type { Topics } from '../../ports/topics.ts';
import type { ActionProvider, ActionRun } from '../action.ts';
import { hasReference } from '../configuration.ts';

const SEVEN_DAYS = 7 * 24 * 60;
const TOPIC = /^[A-Za-z0-9_-]{1,256}$/;
const MAX_SUBJECT = 100;

export interface ApprovalRooms {
  readonly topics: Topics;
  readonly links: (region: string) => ConsoleLinks;
}

/**
 * Waits until somebody shows the token to PutApprovalResult, and tells a topic that it waits. The token is the action execution's
 * id: started again after a crash, what was told before still holds.
 */
export function manualApproval(rooms: ApprovalRooms): ActionProvider {
  return {
    type: { category: 'Approval', owner: 'AWS', provider: 'Manual', version: '1' },
    inputs: { min: 0, max: 0 },
    outputs: { min: 0, max: 0 },
    configuration: [
      { name: 'CustomData', required: false, description: 'What the approver is to know' },
      { name: 'ExternalEntityLink', required: false, description: 'What the approver is to look at' },
      { name: 'NotificationArn', required: false, description: 'SNS topic that is told' },
    ],
    outputVariables: [],
    timeoutMinutes: SEVEN_DAYS,
    check: checkConfiguration,
    start: async (run) => {
      const token = run.actionExecutionId;
      const { NotificationArn } = run.configuration;
      if (NotificationArn !== undefined) await notify(run, NotificationArn, rooms);
      return { kind: 'running', token, externalExecutionId: token };
    },
    poll: async () => ({ kind: 'running' }),
    stop: async () => {},
  };
}

/** What variables will bring is known only when the action runs. */
function checkConfiguration({
  NotificationArn,
  ExternalEntityLink,
}: Readonly<Record<string, string>>): string | undefined {
  if (NotificationArn !== undefined && !hasReference(NotificationArn) && !isTopic(NotificationArn))
    return 'NotificationArn is not the ARN of an SNS topic';
  // A variable may bring none.
  if (ExternalEntityLink && !hasReference(ExternalEntityLink) && !isLink(ExternalEntityLink))
    return 'ExternalEntityLink must be a URL that begins with http:// or https://';
  return undefined;
}

function isTopic(text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === 'sns' && TOPIC.test(arn.resource);
}

function isLink(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'http:' || protocol === 'https:';
}

async function notify(run: ActionRun, topicArn: string, rooms: ApprovalRooms): Promise<void> {
  try {
    await publish(run, topicArn, rooms);
  } catch (error) {
    // SNS's words do not say which.
    if (isServiceError(error)) throw new ServiceError(error.code, `${error.message}: ${topicArn}`);
    throw error;
  }
}

async function publish(run: ActionRun, topicArn: string, { topics, links }: ApprovalRooms): Promise<void> {
  const subject = `APPROVAL NEEDED: AWS CodePipeline ${run.pipelineName} for action ${run.actionName}`;
  await topics.publish({
    account: run.account,
    region: parseArn(topicArn)?.region ?? run.region,
    topicArn,
    messageId: run.actionExecutionId,
    subject: subject.length > MAX_SUBJECT ? `${subject.slice(0, MAX_SUBJECT - 3)}...` : subject,
    message: JSON.stringify(notification(run, links(run.region))),
  });
}

function notification(run: ActionRun, links: ConsoleLinks): object {
  const { region, pipelineName, stageName, actionName, configuration } = run;
  return {
    region,
    consoleLink: links.pipeline(pipelineName),
    approval: {
      pipelineName,
      stageName,
      actionName,
      token: run.actionExecutionId,
      expires: `${new Date(run.deadline).toISOString().slice(0, 16)}Z`,
      externalEntityLink: configuration.ExternalEntityLink,
      approvalReviewLink: links.approval(pipelineName, stageName, actionName),
      customData: configuration.CustomData,
    },
  };
}
