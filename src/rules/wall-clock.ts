/** What the clock on the wall of a time zone shows at a time, as if it were UTC. Milliseconds. */
export type WallClock = (at: number) => number;

/**
 * `Region/City`, `UTC`, `UTC+hh:mm`, or an abbreviation such as `PST`, which of several zones means the one Java takes it for;
 * undefined when there is no such zone.
 */
export function wallClock(timeZone: string): WallClock | undefined {
  if (timeZone === 'UTC') return (at) => at;
  const [, sign, hours, minutes] = /^UTC([+-])(\d{2}):(\d{2})$/.exec(timeZone) ?? [];
  if (sign !== undefined) return fixedOffset(sign, Number(hours), Number(minutes));
  const isNamed = /^(?:[A-Za-z]{3,5}|[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+)$/.test(timeZone);
  return isNamed ? zoneOfName(timeZone) : undefined;
}

function fixedOffset(sign: string, hours: number, minutes: number): WallClock | undefined {
  if (hours > 18 || minutes > 59) return undefined;
  const offset = (hours * 60 + minutes) * 60_000 * (sign === '-' ? -1 : 1);
  return (at) => at + offset;
}

function zoneOfName(timeZone: string): WallClock | undefined {
  const format = formatOf(timeZone);
  if (format === undefined) return undefined;
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
    const minute = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return minute + (at % 1000);
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
