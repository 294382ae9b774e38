import type { CommandState, HostCommand } from '../../store/codedeploy/host-commands.ts';
import type { Diagnostics, LifecycleEvent } from './shapes.ts';

/** What an agent does on a host without a load balancer, in order; the commands' names are the events'. */
export const LIFECYCLE_EVENTS = [
  'ApplicationStop',
  'DownloadBundle',
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'ApplicationStart',
  'ValidateService',
] as const;

export const APPLICATION_STOP = 0;

export function eventName(index: number): string {
  return LIFECYCLE_EVENTS[index] ?? '';
}

export const SUCCESS: Diagnostics = { errorCode: 'Success', scriptName: '', message: 'Succeeded', logTail: '' };

export const UNCLAIMED: Diagnostics = {
  errorCode: 'UnknownError',
  scriptName: '',
  message:
    'CodeDeploy agent was not able to receive the lifecycle event. Check the CodeDeploy agent logs on your host and make sure the agent is running and can connect to the CodeDeploy server.',
  logTail: '',
};

export const OVERDUE: Diagnostics = {
  errorCode: 'UnknownError',
  scriptName: '',
  message: 'CodeDeploy agent did not report the end of the lifecycle event in time.',
  logTail: '',
};

/** The events of a target: those it was asked for, and the others as its end leaves them. `ended` in milliseconds. */
export function lifecycleEvents(commands: readonly HostCommand[], ended: number | undefined): LifecycleEvent[] {
  const byEvent = new Map(commands.map((command) => [command.event, command]));
  return LIFECYCLE_EVENTS.map((lifecycleEventName, index) => {
    const command = byEvent.get(index);
    if (command !== undefined) return { lifecycleEventName, ...told(command) };
    return ended === undefined
      ? { lifecycleEventName, status: 'Pending' }
      : { lifecycleEventName, status: 'Skipped', endTime: new Date(ended) };
  });
}

function told(command: HostCommand): LifecycleEvent {
  const { status, started, ended, diagnostics } = command;
  return {
    status: status satisfies CommandState,
    startTime: started === null ? undefined : new Date(started),
    endTime: ended === null ? undefined : new Date(ended),
    diagnostics: diagnostics === null ? undefined : JSON.parse(diagnostics),
  };
}
