import type { CommandReport } from '../../ports/host-commands.ts';
import type { Envelope } from './shapes.ts';

/** What an agent says of a command it has ended, read into a report. Agents are not trusted: all of it is bounded. */
const CODES: Readonly<Record<string, CommandReport['errorCode']>> = {
  '0': 'Success',
  '1': 'ScriptMissing',
  '2': 'ScriptNotExecutable',
  '3': 'ScriptTimedOut',
  '4': 'ScriptFailed',
};
const MAX_TEXT = 4096;

export function readReport(envelope: Envelope | undefined, status: CommandReport['status']): CommandReport {
  const said = parse(envelope?.Payload);
  const fallback = status === 'Succeeded' ? 'Success' : 'UnknownError';
  return {
    status,
    errorCode: said.error_code === undefined ? fallback : (CODES[String(said.error_code)] ?? 'UnknownError'),
    scriptName: text(said.script_name),
    message: text(said.message),
    logTail: text(said.log),
  };
}

/** Whether the agent found nothing to do for the event in the bundle. */
export function saysNoop(envelope: Envelope | undefined): boolean {
  return parse(envelope?.Payload).IsCommandNoop === true;
}

function parse(payload: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(payload ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string {
  // PostgreSQL's text holds no NUL.
  return typeof value === 'string' ? value.replaceAll('\0', '').slice(-MAX_TEXT) : '';
}
