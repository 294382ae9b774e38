import { buildView } from '../build-view.ts';
import { invalidBuildId } from '../errors.ts';
import { findPlacedBuild } from '../find.ts';
import type { CodeBuildOperation } from '../rooms.ts';

export const BatchGetBuilds: CodeBuildOperation<'BatchGetBuilds'> = async (input, call) => {
  if (input.ids.some((id) => !id.includes(':'))) throw invalidBuildId();
  const found = await call.rooms.database.read(async (reader) => {
    const rows = [];
    for (const id of input.ids) rows.push({ id, row: await findPlacedBuild(reader, call, id) });
    return rows;
  });
  return {
    builds: found.flatMap(({ row }) => (row === undefined ? [] : [buildView(row, call.rooms.endpoint())])),
    buildsNotFound: found.flatMap(({ id, row }) => (row === undefined ? [id] : [])),
  };
};
