import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { ServiceError } from '../kernel/service-error.ts';
import type { Objects } from '../ports/objects.ts';
import type { RemoteRepositories } from '../ports/remote-repositories.ts';
import type { CommitInfo } from '../ports/repositories.ts';
import type { ActionRun, SourceRevision } from './action.ts';
import { keepArtifact } from './artifacts/keep-artifact.ts';
import { firstOutput } from './configuration.ts';

/* What the sources have in common: how a commit is told of, and how artifacts are written. */

/** Where commits of repositories at other hosts come from, and go to. */
export interface RemoteCommitRooms {
  readonly remotes: RemoteRepositories;
  readonly objects: Objects;
}

const MAX_SUMMARY = 2048;
/** All output variables of an action together have 122,880 bytes at the most; the message is what can be long. */
const MAX_MESSAGE = 20_000;

function commitRevision(commit: CommitInfo, revisionUrl: string | undefined): SourceRevision {
  return {
    revisionId: commit.commitId,
    revisionSummary: summaryOf(commit),
    revisionUrl,
    created: Date.parse(commit.committerDate),
  };
}

/** How an action stands that has taken a commit; `url` is the commit's page. */
export function commitReport(commit: CommitInfo, url: string | undefined) {
  return {
    externalExecutionId: commit.commitId,
    externalExecutionUrl: url,
    summary: summaryOf(commit),
    revision: commitRevision(commit, url),
  };
}

/** The first line of the message. */
function summaryOf({ message }: CommitInfo): string | undefined {
  const [line = ''] = message.split('\n');
  return line === '' ? undefined : line.slice(0, MAX_SUMMARY);
}

/** The variables that all sources of commits have. */
export function commitVariables(commit: CommitInfo) {
  const { commitId, message, authorDate } = commit;
  return { CommitId: commitId, CommitMessage: message.slice(0, MAX_MESSAGE), AuthorDate: authorDate };
}

export interface NewArtifact {
  readonly body: Readable | Uint8Array;
  readonly contentType?: string;
  /** Bytes. */
  readonly limit: number;
}

/** Writes the action's output artifact; one that is too large fails the action with a ServiceError and is not kept. */
export async function writeArtifact(run: ActionRun, objects: Objects, artifact: NewArtifact): Promise<void> {
  const { body, contentType = 'application/zip', limit } = artifact;
  const counted = body instanceof Uint8Array ? body : body.compose<Transform>(upTo(limit));
  await keepArtifact(firstOutput(run), { body: counted, contentType }, run, objects);
}

function upTo(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      if (bytes > limit) callback(tooLarge(limit));
      else callback(null, chunk);
    },
  });
}

const GIGABYTE = 1024 ** 3;
/** Of commits: 1 GB. */
export const MAX_COMMIT_ARTIFACT = GIGABYTE;
/** Of objects: 5 GB. */
export const MAX_OBJECT_ARTIFACT = 5 * GIGABYTE;

export function tooLarge(limit: number): ServiceError {
  return new ServiceError(
    'ConfigurationError',
    `The source artifact exceeds the maximum size of ${limit / GIGABYTE} GB for this type of source`,
  );
}
