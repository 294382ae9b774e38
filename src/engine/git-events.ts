import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import { connectedPlace, repositoryPlace } from '../kernel/source-place.ts';
import type { GitEvent, GitEvents, GitRepository } from '../ports/git-events.ts';
import { insertGitEvent } from '../store/codepipeline/git-events.ts';
import { watchesAt } from '../store/codepipeline/source-watches.ts';
import type { Database, Tx } from '../store/database.ts';
import type { Work } from '../work/work.ts';

/** Kind of the durable work that looks whether an event starts a pipeline; its key is the id of the row. */
export const GIT_EVENT_WORK = 'codepipeline.git-event';

export interface GitEventRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly work: Work;
}

/** Events of repositories go to every pipeline that watches the repository, and are looked through there, durably. */
export function createGitEvents(rooms: GitEventRooms): GitEvents {
  return {
    take: (events) => rooms.database.write((tx) => take(tx, events, rooms)),
    takeIn: (tx, events) => take(tx, events, rooms),
  };
}

async function take(tx: Tx, events: readonly GitEvent[], rooms: GitEventRooms): Promise<void> {
  const byPlace = Map.groupBy(events, ({ repository }) => placeOf(repository));
  const watches = await watchesAt(tx, [...byPlace.keys()]);
  for (const { pipelineId, action, kind, place } of watches) {
    if (kind !== 'git' || place === null) continue;
    for (const event of byPlace.get(place) ?? []) {
      const id = rooms.ids.uuid();
      const received = rooms.clock.now();
      await insertGitEvent(tx, { id, pipelineId, action, event: JSON.stringify(event), received });
      await rooms.work.schedule(tx, GIT_EVENT_WORK, id);
    }
  }
}

function placeOf(repository: GitRepository): string {
  return repository.kind === 'codecommit'
    ? repositoryPlace(repository)
    : connectedPlace(repository.connectionArn, repository.fullRepositoryId);
}
