import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { LogStreams } from '../../ports/logs.ts';
import type { Database } from '../../store/database.ts';

export interface LogsRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface Logs {
  readonly service: Service<LogsRooms>;
  readonly streams: LogStreams;
}

export function createLogs(rooms: LogsRooms): Logs {
  const missing = () => Promise.reject(new Error('not built yet'));
  return {
    service: { name: 'logs', signingNames: ['logs'], model: loadModel('logs'), operations: {}, rooms },
    streams: { open: missing, append: missing },
  };
}
