import { startsKey } from './installation.ts';
import { waitsFor } from './invariants/waiting.ts';
import type { Player } from './play.ts';
import { isUnfinished } from './snapshot.ts';

/** When nothing goes on any more: everything is over, everything was told, and whatever was to start something has. */
export function checkEnd(player: Player): void {
  const { world, installation } = player;
  const { snapshot, told, delivered } = installation;
  for (const execution of [...snapshot.executions.values()].filter(isUnfinished))
    world.complain(
      `#${execution.sequence} (${execution.mode}) does not end: it waits for ${waitsFor(snapshot, execution)}`,
    );
  const lost = [...told.events.keys()].filter((id) => !delivered.has(id));
  if (lost.length > 0) world.complain(`${lost.length} of ${told.events.size} events were never delivered`);
  checkStarts(player);
  checkWatches(player);
}

/** What was acknowledged has started an execution, and nothing was started that nobody asked for. */
function checkStarts({ world, installation, triggers }: Player): void {
  const { snapshot, asked, starts } = installation;
  for (const { pipeline, trigger, asked: wanted, acknowledged } of triggers.starts) {
    const isThere = [...snapshot.pipelines.values()].some(({ name }) => name === pipeline);
    if (asked.deleted.has(pipeline) || !isThere) continue;
    const started = starts.get(startsKey(pipeline, trigger)) ?? 0;
    if (started < acknowledged - world.givenUp || started > wanted)
      world.complain(
        `${trigger} of ${pipeline}: ${wanted} wanted, ${acknowledged} acknowledged, and ${started} executions started`,
      );
  }
}

/** The newest revision of every source that is polled has been seen, but for those of pipelines that nothing happened in for long. */
function checkWatches({ world, installation }: Player): void {
  const { snapshot, sources } = installation;
  for (const { pipelineId, action, revision } of snapshot.watches.values()) {
    const name = snapshot.pipelines.get(pipelineId)?.name ?? '';
    const newest = sources.newest(`${name}/${action}`);
    if (revision !== newest && !installation.hasIdled(pipelineId))
      world.complain(`${newest} was never seen: ${name} knows of ${revision}`);
  }
}
