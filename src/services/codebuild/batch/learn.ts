import { type BuildRow, findBuild } from '../../../store/codebuild/builds.ts';
import type { Reader } from '../../../store/database.ts';
import type { BatchGroup, BatchProgress } from '../batch-facts.ts';
import type { Batchspec } from '../batchspec.ts';
import { progressOf } from '../build-facts.ts';
import { isRunning } from './advance.ts';
import { withStatus } from './groups.ts';

/** How a batch stands once its builds have been looked at. */
export interface Learned {
  readonly progress: BatchProgress;
  /** Of the build that the batch begins with, when it has just ended well. */
  readonly batchspec: Batchspec | undefined;
  /** What went wrong in that build. */
  readonly failure: string | undefined;
}

/** Looks at the builds that were under way. */
export async function learn(reader: Reader, progress: BatchProgress): Promise<Learned> {
  const rows = await Promise.all(
    progress.groups.map(async (group) =>
      isRunning(group) ? await findBuild(reader, group.current.buildId) : undefined,
    ),
  );
  const groups = progress.groups.map((group, index) => (isRunning(group) ? learned(group, rows[index]) : group));
  const [first] = rows;
  const read = first !== undefined && first.ended !== null ? progressOf(first) : undefined;
  const failed = read?.phases.find(({ status }) => status !== undefined && status !== 'SUCCEEDED');
  return {
    progress: {
      ...progress,
      groups,
      resolvedSourceVersion: read?.resolvedSourceVersion ?? progress.resolvedSourceVersion,
    },
    batchspec: read?.batchspec,
    failure: failed?.contexts?.[0]?.message,
  };
}

/** A build that is gone was deleted at its end. */
function learned(group: BatchGroup, row: BuildRow | undefined): BatchGroup {
  if (row === undefined) return withStatus(group, 'FAULT');
  if (row.ended === null) return group;
  const { artifacts, secondaryArtifacts, exportedVariables } = progressOf(row);
  return {
    ...group,
    current: { ...group.current, status: row.status, outcome: { artifacts, secondaryArtifacts, exportedVariables } },
  };
}
