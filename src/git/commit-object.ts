import type { CommitInfo } from '../ports/repositories.ts';
import { GitError, gitText } from './run-git.ts';

export interface CommitObject {
  readonly commitId: string;
  readonly treeId: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** As git keeps it: `1484167798 -0800`. */
  readonly date: string;
}

/** Undefined when there is no such commit. */
export async function readCommit(directory: string, commitId: string): Promise<CommitObject | undefined> {
  try {
    return parseCommit(commitId, await gitText(directory, ['cat-file', 'commit', commitId]));
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

function parseCommit(commitId: string, text: string): CommitObject {
  const end = text.indexOf('\n\n');
  const lines = text.slice(0, end).split('\n');
  const value = (name: string): string =>
    lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? '';
  return {
    commitId,
    treeId: value('tree'),
    parents: lines.filter((line) => line.startsWith('parent ')).map((line) => line.slice('parent '.length)),
    author: parseSignature(value('author')),
    committer: parseSignature(value('committer')),
    message: text.slice(end + 2),
  };
}

function parseSignature(text: string): Signature {
  const [, name = '', email = '', date = ''] = /^(.*?) ?<([^>]*)> (.*)$/.exec(text) ?? [];
  return { name, email, date };
}

/** Milliseconds since the epoch. */
export function timeOf({ date }: Signature): number {
  return Number(date.split(' ')[0]) * 1000;
}

/** What other rooms are told of a commit. */
export function infoOf(commit: CommitObject): CommitInfo {
  const iso = (time: number): string => new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return {
    commitId: commit.commitId,
    message: commit.message,
    authorName: commit.author.name,
    authorEmail: commit.author.email,
    authorDate: iso(timeOf(commit.author)),
    committerDate: iso(timeOf(commit.committer)),
  };
}
