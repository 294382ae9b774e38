import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSchedule } from '../../src/events/schedule/schedule.ts';

const at = (text: string): number => Date.parse(`${text}Z`);
const next = (expression: string, after: string): string | undefined => {
  const schedule = parseSchedule(expression);
  if (schedule === undefined) throw new Error(`${expression} is refused`);
  const first = schedule.first(at(after));
  return first === undefined ? undefined : new Date(first).toISOString().slice(0, 16);
};

describe('a schedule', () => {
  it.each([
    ['cron(0 10 * * ? *)', '2026-03-01T10:00', '2026-03-02T10:00'],
    ['cron(0 10 * * ? *)', '2026-03-01T09:59', '2026-03-01T10:00'],
    ['cron(15 12 * * ? *)', '2026-12-31T12:15', '2027-01-01T12:15'],
    ['cron(0 18 ? * MON-FRI *)', '2026-03-06T18:00', '2026-03-09T18:00'],
    ['cron(0 8 1 * ? *)', '2026-01-31T00:00', '2026-02-01T08:00'],
    ['cron(0/15 * * * ? *)', '2026-03-01T10:16', '2026-03-01T10:30'],
    ['cron(0/10 * ? * MON-FRI *)', '2026-03-07T10:00', '2026-03-09T00:00'],
    ['cron(0/5 8-17 ? * MON-FRI *)', '2026-03-06T17:55', '2026-03-09T08:00'],
    ['cron(0/30 20-2 * * ? *)', '2026-03-01T02:30', '2026-03-01T20:00'],
    ['cron(0/30 20-2 * * ? *)', '2026-03-01T23:30', '2026-03-02T00:00'],
    ['cron(0 0 L * ? *)', '2028-02-01T00:00', '2028-02-29T00:00'],
    ['cron(0 0 LW * ? *)', '2026-05-01T00:00', '2026-05-29T00:00'],
    ['cron(0 0 15W * ? *)', '2026-03-01T00:00', '2026-03-16T00:00'],
    ['cron(0 0 1W * ? *)', '2026-07-31T12:00', '2026-08-03T00:00'],
    ['cron(0 0 ? * 6L *)', '2026-03-01T00:00', '2026-03-27T00:00'],
    ['cron(0 0 ? * L *)', '2026-03-01T00:00', '2026-03-07T00:00'],
    ['cron(0 0 ? * 3#2 *)', '2026-03-01T00:00', '2026-03-10T00:00'],
    ['cron(0 0 ? * SAT#3 *)', '2026-03-01T00:00', '2026-03-21T00:00'],
    ['cron(0 0 ? * 1 *)', '2026-03-02T00:00', '2026-03-08T00:00'],
    ['cron(0 0 29 2 ? *)', '2026-03-01T00:00', '2028-02-29T00:00'],
    ['cron(0 0 1 1 ? 2030)', '2026-03-01T00:00', '2030-01-01T00:00'],
    ['cron(0 0 31 2 ? *)', '2026-03-01T00:00', undefined],
    ['cron(0 0 1 1 ? 2002-2005)', '2026-03-01T00:00', undefined],
    ['cron(0 12 ? JAN,JUL SUN *)', '2026-02-01T00:00', '2026-07-05T12:00'],
    ['rate(1 minute)', '2026-03-01T10:00', '2026-03-01T10:01'],
    ['rate(5 minutes)', '2026-03-01T10:00', '2026-03-01T10:05'],
    ['rate(1 hour)', '2026-03-01T10:00', '2026-03-01T11:00'],
    ['rate(2 days)', '2026-03-01T10:00', '2026-03-03T10:00'],
  ])('%s after %s fires at %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it.each([
    'cron(0 1 * * * *)',
    'cron(0 1 ? * ? *)',
    'cron(60 1 * * ? *)',
    'cron(0 24 * * ? *)',
    'cron(0 0 0 * ? *)',
    'cron(0 0 32 * ? *)',
    'cron(0 0 * 13 ? *)',
    'cron(0 0 ? * 8 *)',
    'cron(0 0 * * ? 1969)',
    'cron(0 0 * * ?)',
    'cron(0 0 ? * 3#6 *)',
    'cron(0 0 ? * 3#1,4#2 *)',
    'cron(0/0 0 * * ? *)',
    'cron(a 0 * * ? *)',
    'cron(, 0 * * ? *)',
    'cron(0 0 * * ? *',
    'rate(1 minutes)',
    'rate(2 minute)',
    'rate(01 minutes)',
    'rate(1.5 hours)',
    'RATE(1 minute)',
  ])('%s is refused', (expression) => {
    expect(parseSchedule(expression)).toBeUndefined();
  });

  it('always goes forward, and passes over what was missed', () => {
    const expressions = fc.constantFrom('rate(7 minutes)', 'cron(0/7 8-17 ? * 2-6 *)', 'cron(3 4 L * ? *)');
    const time = fc.integer({ min: at('2020-01-01T00:00'), max: at('2040-01-01T00:00') });
    fc.assert(
      fc.property(expressions, time, fc.integer({ min: 0, max: 1_000_000_000 }), (expression, due, late) => {
        const schedule = parseSchedule(expression);
        const following = schedule?.following(due, due + late) ?? 0;
        expect(following).toBeGreaterThan(due + late);
        if (expression.startsWith('rate')) expect((following - due) % 420_000).toBe(0);
        else expect(following % 60_000).toBe(0);
      }),
    );
  });
});
