import type { ExecutionTrigger } from '@aws-sdk/client-codepipeline';

const WORDS: Readonly<Record<string, string>> = {
  CreatePipeline: 'Its creation',
  StartPipelineExecution: 'Hand',
  PollForSourceChanges: 'A change of its source',
  Webhook: 'Webhook',
  WebhookV2: 'Git trigger',
  CloudWatchEvent: 'Event rule',
  PutActionRevision: 'PutActionRevision',
  ManualRollback: 'Rollback by hand',
  AutomatedRollback: 'Automatic rollback',
};

/** What started an execution, and the name of who or what it was: the end of an ARN, or the one value of a JSON object. */
export function triggerText(trigger: ExecutionTrigger | undefined): string {
  if (trigger?.triggerType === undefined) return '-';
  const word = WORDS[trigger.triggerType] ?? trigger.triggerType;
  const name = trigger.triggerDetail?.split(/[/:"{}]/).findLast((part) => part !== '');
  return name === undefined ? word : `${word}: ${name}`;
}
