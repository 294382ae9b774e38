import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deploymentWindow } from '../../src/rules/deployment-window.ts';
import type { RuleRun } from '../../src/rules/rule.ts';
import { wallClock } from '../../src/rules/wall-clock.ts';

const MINUTE = 60_000;

function run(configuration: Record<string, string>): RuleRun {
  return {
    ruleExecutionId: 'id',
    ruleName: 'Window',
    hook: 'beforeEntry',
    pipelineExecutionId: 'execution',
    account: '123456789012',
    region: 'eu-west-1',
    pipelineName: 'pipeline',
    stageName: 'Deploy',
    configuration,
    commands: [],
    roleArn: 'arn:aws:iam::123456789012:role/pipeline',
    copies: [],
    inputs: [],
    externalExecutionId: undefined,
    startedAt: 0,
    deadline: 0,
    wake: { kind: 'rule', key: 'id' },
  };
}

const lookAt = (at: number, configuration: Record<string, string>) =>
  deploymentWindow({ clock: { now: () => at } }).start(run(configuration));

const zone = fc.constantFrom('UTC', 'UTC-03:30', 'UTC+05:45', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata');

describe('a deployment window', () => {
  it.each([
    ['* * 9-17 ? * MON-FRI *', 'UTC', '2026-11-25T09:00:00Z', true],
    ['* * 9-17 ? * MON-FRI *', 'UTC', '2026-11-25T18:00:00Z', false],
    ['* * 9-17 ? * MON-FRI *', 'UTC', '2026-11-28T12:00:00Z', false],
    ['* * 9-17 ? * MON-FRI', 'Europe/Berlin', '2026-11-25T08:30:00Z', true],
    ['* * 9-17 ? * MON-FRI', 'Europe/Berlin', '2026-07-01T07:30:00Z', true],
    ['* 0-29 22 L * ?', 'UTC+01:00', '2026-11-30T21:29:59Z', true],
    ['* 0-29 22 L * ?', 'UTC+01:00', '2026-11-30T21:30:00Z', false],
    ['* * * ? * 2#1', 'UTC', '2026-12-07T12:00:00Z', true],
    ['0 0 9-17 ? * MON-FRI *', 'PST', '2026-11-25T17:00:30Z', true],
    ['0 0 9-17 ? * MON-FRI *', 'PST', '2026-11-25T16:00:00Z', false],
    ['0/15 * 9-17 ? nov mon-fri', 'EST', '2026-11-25T14:00:00Z', true],
    ['* * * L-3 * ?', 'UTC', '2026-11-27T12:00:00Z', true],
    ['* * * L-3 * ?', 'UTC', '2026-11-30T12:00:00Z', false],
    ['* * * lw * ?', 'UTC', '2026-10-30T12:00:00Z', true],
  ])('%s in %s is open at %s: %s', async (Cron, TimeZone, at, open) => {
    const { kind } = await lookAt(Date.parse(at), { Cron, TimeZone });
    expect(kind).toBe(open ? 'succeeded' : 'running');
  });

  it('is looked at again no later than it opens, whatever clocks are changed on the way', async () => {
    const hours = fc.nat({ max: 23 });
    await fc.assert(
      fc.asyncProperty(hours, zone, fc.integer({ min: 0, max: 365 * 24 * 60 }), async (hour, TimeZone, minutes) => {
        const configuration = { Cron: `* 15-44 ${hour} ? * *`, TimeZone };
        const now = Date.UTC(2026, 0, 1) + minutes * MINUTE;
        const seen = await lookAt(now, configuration);
        if (seen.kind !== 'running') return;
        const wall = wallClock(TimeZone);
        const isOpen = (at: number) => {
          const shown = new Date(wall?.(at) ?? 0);
          return shown.getUTCHours() === hour && shown.getUTCMinutes() >= 15 && shown.getUTCMinutes() < 45;
        };
        let opens = now;
        while (!isOpen(opens)) opens += MINUTE;
        expect(seen.pollAt).toBeGreaterThan(now);
        expect(seen.pollAt).toBeLessThanOrEqual(opens);
      }),
      { numRuns: 200 },
    );
  });

  it('knows zones by region and city, and by their distance from UTC', () => {
    const noon = Date.UTC(2026, 6, 1, 12);
    const shows = (name: string) => new Date(wallClock(name)?.(noon) ?? 0).toISOString().slice(11, 16);
    expect(['UTC', 'UTC+05:30', 'UTC-08:00', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'].map(shows)).toEqual([
      '12:00',
      '17:30',
      '04:00',
      '14:00',
      '09:00',
    ]);
    for (const unknown of ['', 'CEST', 'Europe/Nowhere', 'UTC+5', 'UTC+25:00', '../etc/passwd'])
      expect(wallClock(unknown)).toBeUndefined();
  });
});
