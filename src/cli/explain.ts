import { ConfigError } from '../config.ts';

/** What to tell whoever called, and the exit code that goes with it. */
export interface Explanation {
  readonly message: string;
  readonly exitCode: 1 | 2;
}

const SQLITE_FULL = 13;

/** An error of the system in words that say what to do; every other error by its own message. */
export function explain(error: unknown): Explanation {
  if (error instanceof ConfigError) return { message: error.message, exitCode: 2 };
  return { message: explainSystem(firstOf(error)), exitCode: 1 };
}

/** Of several addresses that were tried in vain, the first. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError ? (error.errors[0] ?? error) : error;
}

function explainSystem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, address, port, path } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  const place = `${address}:${port}`;
  if (syscall === 'listen') return explainListen(code, port === undefined ? `${address}` : place, error);
  if (syscall === 'connect' || syscall === 'getaddrinfo') {
    return `There is no answer from ${address === undefined ? 'the database' : place} (${code}). If this is your database, start it, or check --database.`;
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${path ?? error.message} may not be written by this user. Choose another directory with --data.`;
  }
  if (code === 'ENOSPC' || ('errcode' in error && error.errcode === SQLITE_FULL)) {
    return `The disk is full (${error.message}). Make room where the data is, or choose another directory with --data.`;
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return `${path ?? error.message} is not a directory. Choose another one with --data.`;
  }
  return explainPostgres(code, error);
}

function explainListen(code: string | undefined, place: string, error: Error): string {
  switch (code) {
    case 'EADDRINUSE':
      return `${place} is in use. Stop what uses it, choose another port with --port, or any free one with --port 0.`;
    case 'EACCES':
      return `${place} may not be bound by this user. Choose a port above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
      return `${place} is no address of this machine. Choose one with --host.`;
    default:
      return error.message;
  }
}

/** PostgreSQL's own codes: no such user, wrong password, no such database. */
function explainPostgres(code: string | undefined, error: Error): string {
  const refused = code === '28000' || code === '28P01' || code === '3D000';
  return refused ? `PostgreSQL refuses: ${error.message}. Check user, password and name in --database.` : error.message;
}
