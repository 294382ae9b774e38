import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { emptyDirectory, type GitPlace, gitPlace } from './git-client.ts';

/** A git host as others run it: git's own HTTP backend behind a name and a password, on a free port of loopback. */
export interface GitHost {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Paths asked for, in order, with `?` and query. */
  readonly asked: string[];
  /** What it answers instead, for as long as it is set. */
  instead: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** Whether it lets anybody read. */
  open: boolean;
  /** A new repository with one commit on main, and the way to make more of them. */
  repository(id: string): Promise<GitPlace>;
  close(): Promise<void>;
}

export async function startGitHost(username = 'velocius', password = 'pa:ss "$(id)" word'): Promise<GitHost> {
  const root = emptyDirectory();
  const places: string[] = [];
  const host = {
    url: '',
    username,
    password,
    asked: [] as string[],
    instead: undefined as GitHost['instead'],
    open: false,
    repository: async (id: string) => {
      const bare = join(root, `${id}.git`);
      mkdirSync(bare, { recursive: true });
      await gitPlace(bare).git('init', '--quiet', '--bare', '.');
      const place = gitPlace(emptyDirectory());
      places.push(place.directory);
      await place.git('clone', '--quiet', bare, '.');
      await place.commit('README.md', `# ${id}\n`);
      await place.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
      return place;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const directory of [root, ...places]) rmSync(directory, { recursive: true, force: true });
    },
  };
  const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const server = createServer((request, response) => {
    host.asked.push(request.url ?? '');
    if (host.instead !== undefined) host.instead(request, response);
    else if (host.open || request.headers.authorization === expected) serveGit(root, request, response);
    else response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end('Sign in');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return host;
}

/** git's backend speaks CGI. */
function serveGit(root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://host');
  const git = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      HOME: root,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: request.headers['git-protocol'] as string | undefined,
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      REQUEST_METHOD: request.method,
      PATH_INFO: decodeURIComponent(pathname),
      QUERY_STRING: search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      REMOTE_USER: 'tester',
    },
  });
  request.pipe(git.stdin);
  git.stdin.on('error', () => {});
  const chunks: Buffer[] = [];
  git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  git.once('close', () => answer(Buffer.concat(chunks), response));
}

function answer(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf('\r\n\r\n');
  const headers = Object.fromEntries(
    output
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  );
  const { Status = '200', ...others } = headers;
  response.writeHead(Number.parseInt(Status, 10), others).end(output.subarray(end + 4));
}
