import { findBuild, lockBuild } from '../../../store/codebuild/builds.ts';
import { stopBuild } from '../attempt/journal.ts';
import { buildView } from '../build-view.ts';
import { theBuild } from '../find.ts';
import type { CodeBuildOperation } from '../rooms.ts';

/** A build that is over is answered as it is. */
export const StopBuild: CodeBuildOperation<'StopBuild'> = async (input, call) => {
  const { rooms } = call;
  const row = await rooms.database.write(async (tx) => {
    const found = await theBuild(tx, call, input.id);
    const locked = (await lockBuild(tx, found.id)) ?? found;
    if (locked.ended === null) await stopBuild(tx, rooms, locked);
    return (await findBuild(tx, found.id)) ?? locked;
  });
  return { build: buildView(row, rooms.endpoint()) };
};
