import { branchPlace } from '../../../kernel/source-place.ts';
import type { GitEvent, GitReference } from '../../../ports/git-events.ts';
import type { Tx } from '../../../store/database.ts';
import type { RepositoryRow } from '../../../store/repositories.ts';
import type { CodeCommitRooms } from '../rooms.ts';

/** A reference that is elsewhere than before. */
export interface MovedRef {
  readonly ref: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Whatever happened to a branch, who polls it looks; git triggers are told of what there is now. */
export async function tellPipelines(
  tx: Tx,
  { account, region, name: repositoryName }: RepositoryRow,
  moved: readonly MovedRef[],
  { changes, gitEvents, ids }: CodeCommitRooms,
): Promise<void> {
  const repository = { kind: 'codecommit', account, region, repositoryName } as const;
  const references = moved.flatMap((move) => {
    const reference = referenceOf(move.ref);
    return reference === undefined ? [] : [{ ...move, reference }];
  });
  const branches = references.filter(({ reference }) => reference.type === 'branch');
  await changes.changed(
    tx,
    branches.map(({ reference }) => branchPlace(repository, reference.name)),
  );
  const events = references.flatMap(({ reference, before, after: commitId }): GitEvent[] =>
    commitId === undefined
      ? []
      : [
          {
            id: ids.uuid(),
            repository,
            change: { kind: 'push', reference, commitId, before },
            changedPaths: undefined,
          },
        ],
  );
  await gitEvents.takeIn(tx, events);
}

function referenceOf(ref: string): GitReference | undefined {
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  return name === undefined ? undefined : { type: kind === 'tags' ? 'tag' : 'branch', name };
}
