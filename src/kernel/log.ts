/** The server's own log, for whoever runs it: one line of JSON each. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

export function writeLog(write: (line: string) => void, clock: { now(): number }): Log {
  const line = (level: string, message: string, facts: Readonly<Record<string, unknown>> = {}): void =>
    write(`${JSON.stringify({ time: new Date(clock.now()).toISOString(), level, message, ...readable(facts) })}\n`);
  return {
    info: (message, facts) => line('info', message, facts),
    error: (message, facts) => line('error', message, facts),
  };
}

export const silentLog: Log = { info: () => {}, error: () => {} };

function readable(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, value instanceof Error ? (value.stack ?? value.message) : value]),
  );
}
