import type { Progress } from '../actions/action.ts';
import { ask } from '../aws/ask.ts';
import type { Aws } from '../aws/aws.ts';
import { nextLook } from '../aws/next-look.ts';
import type { Clock } from '../kernel/clock.ts';
import { ServiceError } from '../kernel/service-error.ts';
import type { RuleProvider, RuleRun } from './rule.ts';

const STATES: readonly string[] = ['ALARM', 'OK', 'INSUFFICIENT_DATA'];
const A_DAY = 24 * 60;
const MINUTE = 60_000;

export interface AlarmRooms {
  readonly aws: Aws;
  readonly clock: Clock;
}

/**
 * Watches an alarm for the time to wait. Before a stage is entered it is waited for: the rule passes as soon as the alarm is in none
 * of the states. Afterwards it is feared: the rule fails as soon as the alarm is in one of them.
 *
 * Gaps: AWS does not document what it is without AlarmStates and WaitTime; here the state is ALARM, and the alarm is looked at once.
 */
export function cloudWatchAlarm(rooms: AlarmRooms): RuleProvider {
  const look = (run: RuleRun) => lookAtAlarm(run, rooms);
  return {
    type: { category: 'Rule', owner: 'AWS', provider: 'CloudWatchAlarm', version: '1' },
    inputs: { min: 0, max: 0 },
    configuration: [
      { name: 'AlarmName', required: true, description: 'Alarm' },
      { name: 'WaitTime', required: false, description: 'Minutes for which the alarm is watched' },
      { name: 'AlarmStates', required: false, description: 'ALARM, OK, INSUFFICIENT_DATA, with commas between' },
    ],
    timeoutMinutes: A_DAY,
    check: checkConfiguration,
    start: look,
    poll: look,
    stop: async () => {},
  };
}

function checkConfiguration({
  WaitTime = '0',
  AlarmStates = 'ALARM',
}: Readonly<Record<string, string>>): string | undefined {
  if (!WaitTime.includes('#{') && minutesIn(WaitTime) === undefined)
    return `WaitTime must be a number of minutes, ${A_DAY} at the most`;
  if (!AlarmStates.includes('#{') && statesIn(AlarmStates) === undefined)
    return `AlarmStates must be of ${STATES.join(', ')}`;
  return undefined;
}

function minutesIn(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) && Number(text) <= A_DAY ? Number(text) : undefined;
}

function statesIn(text: string): readonly string[] | undefined {
  const states = text.split(',').map((state) => state.trim());
  return states.every((state) => STATES.includes(state)) ? states : undefined;
}

async function lookAtAlarm(run: RuleRun, { aws, clock }: AlarmRooms): Promise<Progress> {
  const { AlarmName = '', WaitTime = '0', AlarmStates = 'ALARM' } = run.configuration;
  const [minutes, states] = [minutesIn(WaitTime), statesIn(AlarmStates)];
  if (minutes === undefined || states === undefined)
    throw new ServiceError('ConfigurationError', checkConfiguration(run.configuration) ?? '');
  const state = await stateOf(AlarmName, run.region, aws);
  const summary = `The alarm ${AlarmName} is in state ${state}`;
  const alarms = states.includes(state);
  const isDecided = run.hook === 'beforeEntry' ? !alarms : alarms;
  const until = run.startedAt + minutes * MINUTE;
  if (!isDecided && clock.now() < until)
    return { kind: 'running', pollAt: Math.min(nextLook(run, clock), until), summary };
  return alarms ? { kind: 'failed', code: 'RuleFailed', message: summary } : { kind: 'succeeded', summary };
}

async function stateOf(name: string, region: string, aws: Aws): Promise<string> {
  const settings = aws.settings(region);
  const { CloudWatchClient, DescribeAlarmsCommand } = await import('@aws-sdk/client-cloudwatch');
  const { MetricAlarms = [], CompositeAlarms = [] } = await ask(new CloudWatchClient(settings), (client) =>
    client.send(new DescribeAlarmsCommand({ AlarmNames: [name], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] })),
  );
  const state = [...MetricAlarms, ...CompositeAlarms][0]?.StateValue;
  if (state === undefined) throw new ServiceError('ConfigurationError', `There is no alarm ${name}`);
  return state;
}
