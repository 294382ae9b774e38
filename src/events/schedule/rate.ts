const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Period of `rate(1 minute)` or `rate(N hours)`, in milliseconds; undefined when it is not such an expression. */
export function parseRate(expression: string): number | undefined {
  const [, count, unit = '', plural] = /^rate\(([1-9]\d*) (minute|hour|day)(s?)\)$/.exec(expression) ?? [];
  const period = UNITS[unit];
  if (period === undefined || (count === '1') !== (plural === '')) return undefined;
  const total = Number(count) * period;
  return Number.isSafeInteger(total) ? total : undefined;
}
