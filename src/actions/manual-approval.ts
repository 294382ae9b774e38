import type { Ids } from '../kernel/ids.ts';
import type { ActionProvider } from './action.ts';

const SEVEN_DAYS = 7 * 24 * 60;

/** Waits until somebody shows the token to PutApprovalResult. Gaps: NotificationArn is refused, SNS is not there. */
export function manualApproval({ ids }: { readonly ids: Ids }): ActionProvider {
  return {
    type: { category: 'Approval', owner: 'AWS', provider: 'Manual', version: '1' },
    inputs: { min: 0, max: 0 },
    outputs: { min: 0, max: 0 },
    configuration: [
      { name: 'CustomData', required: false, description: 'What the approver is to know' },
      { name: 'ExternalEntityLink', required: false, description: 'What the approver is to look at' },
      { name: 'NotificationArn', required: false, description: 'SNS topic' },
    ],
    outputVariables: [],
    timeoutMinutes: SEVEN_DAYS,
    check: ({ NotificationArn }) =>
      NotificationArn === undefined ? undefined : 'NotificationArn is not implemented by this server: leave it out',
    start: async () => {
      const token = ids.uuid();
      return { kind: 'running', token, externalExecutionId: token };
    },
    poll: async () => ({ kind: 'running' }),
    stop: async () => {},
  };
}
