import type { Events } from '../../events/events.ts';
import type { AuthenticationRooms } from '../../gateway/signature/authenticate.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Log } from '../../kernel/log.ts';
import type { Call } from '../../kernel/operation.ts';
import type { GitEvents } from '../../ports/git-events.ts';
import type { SourceChanges } from '../../ports/source-changes.ts';
import type { Database } from '../../store/database.ts';
import type { Work } from '../../work/work.ts';

export interface CodeCommitRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly ids: Ids;
  readonly events: Events;
  readonly work: Work;
  readonly changes: SourceChanges;
  readonly gitEvents: GitEvents;
  readonly keys: AuthenticationRooms['keys'];
  /** Where the bare repositories are kept. */
  readonly directory: string;
}

export type CodeCommitCall = Call<CodeCommitRooms>;
