import { arn } from '../../kernel/arn.ts';
import type { Tx } from '../../store/database.ts';
import {
  announcedRefs,
  announceRef,
  findRepositoryById,
  lockRepositoryById,
  type RepositoryRow,
  updateRepository,
} from '../../store/repositories.ts';
import { done, type Verdict } from '../../work/work.ts';
import { gitDirectory } from './find.ts';
import { type Ref, readRefs, setHead } from './refs.ts';
import type { CodeCommitRooms } from './rooms.ts';

/**
 * git moves references, the store tells of it: the difference between where references are and where they were last told to be.
 * Asked for before git is let at a repository and again after, one repository at a time, so that a change whose server was
 * killed is still told of, once.
 */
export const ANNOUNCE_WORK = 'codecommit.announce';

/** How long after it was begun a change is looked for, if nobody was left to say that it is complete. */
const LATEST_MS = 10_000;

export async function announceLater(repository: Pick<RepositoryRow, 'id'>, rooms: CodeCommitRooms): Promise<void> {
  await rooms.database.write((tx) =>
    rooms.work.schedule(tx, ANNOUNCE_WORK, repository.id, rooms.clock.now() + LATEST_MS),
  );
}

export async function announceNow(repository: Pick<RepositoryRow, 'id'>, rooms: CodeCommitRooms): Promise<void> {
  await rooms.database.write((tx) => rooms.work.schedule(tx, ANNOUNCE_WORK, repository.id));
}

export async function announce(repositoryId: string, rooms: CodeCommitRooms): Promise<Verdict> {
  const repository = await rooms.database.read((reader) => findRepositoryById(reader, repositoryId));
  if (repository === undefined) return done;
  const refs = await readRefs(gitDirectory(rooms, repository));
  const defaultBranch = await rooms.database.write((tx) => tell(tx, repositoryId, refs, rooms));
  if (defaultBranch !== undefined) await setHead(gitDirectory(rooms, repository), defaultBranch);
  return done;
}

/** Answers the branch that has become the default. */
async function tell(
  tx: Tx,
  repositoryId: string,
  refs: readonly Ref[],
  rooms: CodeCommitRooms,
): Promise<string | undefined> {
  const repository = await lockRepositoryById(tx, repositoryId);
  if (repository === undefined) return undefined;
  const known = await announcedRefs(tx, repositoryId);
  const now = new Map(refs.map(({ name, commitId }) => [name, commitId]));
  for (const name of new Set([...known.keys(), ...now.keys()])) {
    const [before, after] = [known.get(name), now.get(name)];
    if (before === after) continue;
    await announceRef(tx, repositoryId, name, after);
    await rooms.events.emit(tx, stateChange(repository, name, { before, after, time: rooms.clock.now() }));
  }
  if (repository.defaultBranch !== null) return undefined;
  const chosen = firstBranch(refs);
  if (chosen === undefined) return undefined;
  await updateRepository(tx, repository.id, { ...repository, defaultBranch: chosen, updated: rooms.clock.now() });
  return chosen;
}

/** Gaps: which branch of several pushed at once becomes the default is not documented; main, then master, then the first by name. */
function firstBranch(refs: readonly Ref[]): string | undefined {
  const branches = refs
    .filter(({ name }) => name.startsWith('refs/heads/'))
    .map(({ name }) => name.slice('refs/heads/'.length));
  return ['main', 'master'].find((name) => branches.includes(name)) ?? branches[0];
}

interface Change {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly time: number;
}

function stateChange(repository: RepositoryRow, ref: string, { before, after, time }: Change) {
  const { account, region, name, id } = repository;
  const [, kind = '', ...rest] = ref.split('/');
  const event =
    before === undefined ? 'referenceCreated' : after === undefined ? 'referenceDeleted' : 'referenceUpdated';
  return {
    source: 'aws.codecommit',
    detailType: 'CodeCommit Repository State Change',
    account,
    region,
    time,
    resources: [arn('codecommit', region, account, name)],
    detail: {
      ...(after === undefined ? {} : { commitId: after }),
      event,
      ...(before === undefined ? {} : { oldCommitId: before }),
      referenceFullName: ref,
      referenceName: rest.join('/'),
      referenceType: kind === 'tags' ? 'tag' : 'branch',
      repositoryId: id,
      repositoryName: name,
    },
  };
}
