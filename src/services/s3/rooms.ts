import type { Events } from '../../events/events.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Log } from '../../kernel/log.ts';
import type { SourceChanges } from '../../ports/source-changes.ts';
import type { Database } from '../../store/database.ts';
import type { ContentFiles } from './content-files.ts';

export interface S3Rooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  readonly changes: SourceChanges;
  readonly files: ContentFiles;
}
