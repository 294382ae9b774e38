import type { Providers } from '../actions/action.ts';
import type { Events } from '../events/events.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Database } from '../store/database.ts';
import type { Work } from '../work/work.ts';
import type { Declarations } from './declarations.ts';

/** What the engine works with. It knows action providers by their interface only. */
export interface EngineRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly work: Work;
  readonly declarations: Declarations;
  readonly providers: Providers;
}

/** Kind of the durable work that performs an action; its key is the action execution id. */
export const ACTION_WORK = 'codepipeline.action';
