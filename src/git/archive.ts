import { Readable } from 'node:stream';
import { GitError, startGit } from './run-git.ts';

/** The tree of a commit as a zip; a stream that ends with an error when git fails, so that half of one is never taken for the whole. */
export function archiveOf(directory: string, commitId: string): Readable {
  const git = startGit(directory, ['archive', '--format=zip', commitId]);
  git.stdin.end();
  const parts = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of git.stdout) yield chunk;
    const exitCode = await git.ended;
    if (exitCode !== 0) throw new GitError('archive', exitCode, git.complaint());
  };
  return Readable.from(parts(), { objectMode: false });
}
