import { arn } from '../../../kernel/arn.ts';
import type { Tx } from '../../../store/database.ts';
import {
  announcedRefs,
  announceRef,
  countAnnouncement,
  findRepositoryById,
  lockRepositoryById,
  type RepositoryRow,
  updateRepository,
} from '../../../store/repositories.ts';
import { again, done, type Verdict } from '../../../work/work.ts';
import { gitDirectory } from '../find.ts';
import { type Ref, readRefs, setHead } from '../git/refs.ts';
import type { CodeCommitRooms } from '../rooms.ts';
import { isReceiving } from './receiving.ts';
import { tellPipelines } from './tell-pipelines.ts';

/**
 * git moves references, the store tells of it: the difference between where references are and where they were last told to be.
 * Told before whoever changed them is answered. The same is asked for as durable work before the change, so that a change whose
 * server was killed is still told of, once.
 */
export const ANNOUNCE_WORK = 'codecommit.announce';

/** Repairs of one repository in one span of time are one piece of work. */
const SPAN_MS = 2_000;
/** So many spans after its own a repair looks: a push asks again in every span it lasts. */
const SPANS_LATER = 3;

type Repository = Pick<RepositoryRow, 'id'>;

/** Changes references; the answer comes when the change has been told of. */
export async function changeRefs<T>(
  repository: Repository,
  rooms: CodeCommitRooms,
  change: () => Promise<T>,
): Promise<T> {
  await repairLater(repository, rooms);
  const result = await change();
  await announceNow(repository, rooms);
  return result;
}

/** The same for a change that lasts as long as its client likes. */
export async function changeRefsAtLength(
  repository: Repository,
  rooms: CodeCommitRooms,
  change: () => Promise<unknown>,
): Promise<void> {
  const again = (): void => {
    repairLater(repository, rooms).catch((error: unknown) => complain(repository, rooms, error));
  };
  const beat = setInterval(again, SPAN_MS);
  try {
    await change();
  } finally {
    clearInterval(beat);
  }
  await announceNow(repository, rooms);
}

/** To be called, and waited for, before a change begins. */
export async function repairLater({ id }: Repository, rooms: CodeCommitRooms): Promise<void> {
  const span = Math.floor(rooms.clock.now() / SPAN_MS);
  const due = (span + SPANS_LATER) * SPAN_MS;
  await rooms.database.write((tx) => rooms.work.schedule(tx, ANNOUNCE_WORK, `${id}/${span}`, due));
}

/** The change has happened: when it cannot be told of now it is not undone, but told of by the repair. */
async function announceNow(repository: Repository, rooms: CodeCommitRooms): Promise<void> {
  await announce(repository.id, rooms).catch((error: unknown) => complain(repository, rooms, error));
}

function complain({ id }: Repository, rooms: CodeCommitRooms, error: unknown): void {
  rooms.log.error('changes of references could not be told of yet', { repository: id, error });
}

/** A receive-pack may outlive the server that started it: as long as one may be at work, there is another look. */
export async function repair(key: string, rooms: CodeCommitRooms): Promise<Verdict> {
  const [id = ''] = key.split('/');
  const repository = await rooms.database.read((reader) => findRepositoryById(reader, id));
  if (repository === undefined) return done;
  const directory = gitDirectory(rooms, repository);
  const now = rooms.clock.now();
  const busy = await isReceiving(directory, now);
  await announce(id, rooms);
  const { defaultBranch } = (await rooms.database.read((reader) => findRepositoryById(reader, id))) ?? repository;
  if (defaultBranch !== null) await setHead(directory, defaultBranch);
  return busy ? again(now + SPAN_MS) : done;
}

/** What was read before others told of something later is read again. */
async function announce(repositoryId: string, rooms: CodeCommitRooms): Promise<void> {
  for (;;) {
    const repository = await rooms.database.read((reader) => findRepositoryById(reader, repositoryId));
    if (repository === undefined) return;
    const directory = gitDirectory(rooms, repository);
    const refs = await readRefs(directory);
    const told = await rooms.database.write((tx) => tell(tx, { ...repository, refs }, rooms));
    if (told === 'too late') continue;
    if (told !== undefined) await setHead(directory, told.defaultBranch);
    return;
  }
}

interface Seen {
  readonly id: string;
  readonly announcements: number;
  readonly refs: readonly Ref[];
}

/** Answers the branch that has become the default. */
async function tell(
  tx: Tx,
  { id, announcements, refs }: Seen,
  rooms: CodeCommitRooms,
): Promise<{ readonly defaultBranch: string } | 'too late' | undefined> {
  const repository = await lockRepositoryById(tx, id);
  if (repository === undefined) return undefined;
  if (repository.announcements !== announcements) return 'too late';
  const known = await announcedRefs(tx, id);
  const now = new Map(refs.map(({ name, commitId }) => [name, commitId]));
  const moved = [...new Set([...known.keys(), ...now.keys()])].filter((name) => known.get(name) !== now.get(name));
  for (const name of moved) {
    const [before, after] = [known.get(name), now.get(name)];
    await announceRef(tx, id, name, after);
    await rooms.events.emit(tx, stateChange(repository, name, { before, after, time: rooms.clock.now() }));
  }
  if (moved.length > 0) {
    await countAnnouncement(tx, id);
    await tellPipelines(
      tx,
      repository,
      moved.map((ref) => ({ ref, before: known.get(ref), after: now.get(ref) })),
      rooms,
    );
  }
  if (repository.defaultBranch !== null) return undefined;
  const chosen = firstBranch(refs);
  if (chosen === undefined) return undefined;
  await updateRepository(tx, id, { ...repository, defaultBranch: chosen, updated: rooms.clock.now() });
  return { defaultBranch: chosen };
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
