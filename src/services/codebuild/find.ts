import { type BuildRow, findBuild } from '../../store/codebuild/builds.ts';
import type { ProjectPlace } from '../../store/codebuild/projects.ts';
import type { Reader } from '../../store/database.ts';
import { buildNotFound, invalidBuildId } from './errors.ts';
import { buildId } from './names.ts';

/** The build of this account and region that an id or ARN names. */
export async function findPlacedBuild(
  reader: Reader,
  place: ProjectPlace,
  text: string,
): Promise<BuildRow | undefined> {
  const row = await findBuild(reader, buildId(place, text));
  return row?.account === place.account && row.region === place.region ? row : undefined;
}

export async function theBuild(reader: Reader, place: ProjectPlace, text: string): Promise<BuildRow> {
  if (!text.includes(':')) throw invalidBuildId();
  const row = await findPlacedBuild(reader, place, text);
  if (row === undefined) throw buildNotFound(text);
  return row;
}
