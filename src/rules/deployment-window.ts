import type { Progress } from '../actions/action.ts';
import { type Cron, isDue, nextOfCron, parseCron } from '../events/schedule/cron.ts';
import { parseField } from '../events/schedule/cron-field.ts';
import type { Clock } from '../kernel/clock.ts';
import { ServiceError } from '../kernel/service-error.ts';
import type { RuleProvider, RuleRun } from './rule.ts';
import { type WallClock, wallClock } from './wall-clock.ts';

const SEVEN_DAYS = 7 * 24 * 60;
const SECONDS = { min: 0, max: 59 };

/**
 * Waits until the time fits a cron expression, in a time zone.
 *
 * Gaps: the default time-out is not documented; here it is 7 days. Seconds do not count: AWS's table has none, its example a 0, and a
 * window of seconds could not be met.
 */
export function deploymentWindow({ clock }: { readonly clock: Clock }): RuleProvider {
  const look = async (run: RuleRun) => lookAtTime(run, clock);
  return {
    type: { category: 'Rule', owner: 'AWS', provider: 'DeploymentWindow', version: '1' },
    inputs: { min: 0, max: 0 },
    configuration: [
      { name: 'Cron', required: true, description: 'Seconds, minutes, hours, day of month, month, day of week, year' },
      {
        name: 'TimeZone',
        required: false,
        description: 'Region/City, UTC, UTC+hh:mm or such as PST; UTC unless given',
      },
    ],
    timeoutMinutes: SEVEN_DAYS,
    check: ({ Cron = '', TimeZone = 'UTC' }) => {
      if (!Cron.includes('#{') && parseWindow(Cron) === undefined) return `Cron is not a cron expression: ${Cron}`;
      if (!TimeZone.includes('#{') && wallClock(TimeZone) === undefined) return `TimeZone is not known: ${TimeZone}`;
      return undefined;
    },
    start: look,
    poll: look,
    stop: async () => {},
  };
}

function lookAtTime({ configuration }: RuleRun, clock: Clock): Progress {
  const { Cron = '', TimeZone = 'UTC' } = configuration;
  const window = parseWindow(Cron);
  if (window === undefined) throw new ServiceError('ConfigurationError', `Cron is not a cron expression: ${Cron}`);
  const wall = wallClock(TimeZone);
  if (wall === undefined) throw new ServiceError('ConfigurationError', `TimeZone is not known: ${TimeZone}`);
  const now = clock.now();
  if (isDue(window, wall(now))) return { kind: 'succeeded', summary: `The window ${Cron} is open` };
  const opens = nextOpening(window, wall, now);
  const when = opens === undefined ? 'never' : new Date(opens).toISOString();
  return { kind: 'running', pollAt: opens, summary: `The window ${Cron} opens next at ${when}` };
}

/** Rules of EventBridge know no seconds, and want the year and capital letters. */
function parseWindow(expression: string): Cron | undefined {
  const fields = expression.trim().toUpperCase().split(/\s+/);
  const [seconds = '', minutes, hours, dayOfMonth, month, dayOfWeek, year = '*', ...more] = fields;
  if (parseField(seconds, SECONDS) === undefined || more.length > 0) return undefined;
  return parseCron(`cron(${[minutes, hours, dayOfMonth, month, dayOfWeek, year].join(' ')})`);
}

/** The offset of the zone may be another by then: what it is at the time first guessed sets that right. */
function nextOpening(window: Cron, wall: WallClock, now: number): number | undefined {
  const opens = nextOfCron(window, wall(now));
  if (opens === undefined) return undefined;
  const guess = opens - (wall(now) - now);
  return Math.max(guess - (wall(guess) - opens), now + 1);
}
