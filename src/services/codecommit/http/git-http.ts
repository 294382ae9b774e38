import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Edge, type HttpAnswer, type HttpRequest, header } from '../../../gateway/http.ts';
import type { RunningGit } from '../../../git/run-git.ts';
import { findRepository, type RepositoryRow } from '../../../store/repositories.ts';
import { changeRefsAtLength, repairLater } from '../announcements/announce.ts';
import { gitDirectory } from '../find.ts';
import { startGit } from '../git/git.ts';
import type { CodeCommitRooms } from '../rooms.ts';
import { authorizeGit } from './git-authorize.ts';

/** git over HTTP, the smart protocol: git itself speaks, we let it in. */
const PLACE = /^(\/v1\/repos\/([\w.-]{1,100}))\/(info\/refs|git-upload-pack|git-receive-pack)$/;

type GitService = 'git-upload-pack' | 'git-receive-pack';

interface GitRequest {
  readonly request: HttpRequest;
  /** `/v1/repos/NAME`, as it is signed. */
  readonly path: string;
  readonly repositoryName: string;
  readonly service: GitService;
  readonly advertisement: boolean;
}

export function gitEdge(rooms: CodeCommitRooms): Edge {
  return {
    name: 'git',
    claims: (request) => PLACE.test(request.path) || isLost(request),
    answer: async (request) => {
      if (!PLACE.test(request.path)) return plain(404, 'Repositories are found at /v1/repos/NAME');
      const asked = readRequest(request);
      return asked === undefined ? plain(403, 'Only the smart HTTP protocol is served') : answer(asked, rooms);
    },
  };
}

/** git at a URL where no repository can be. */
function isLost({ path, query }: HttpRequest): boolean {
  return path.endsWith('/info/refs') && /^service=git-(?:upload|receive)-pack$/.test(query);
}

function readRequest(request: HttpRequest): GitRequest | undefined {
  const [, path = '', repositoryName = '', what = ''] = PLACE.exec(request.path) ?? [];
  const advertisement = what === 'info/refs';
  const service = advertisement ? new URLSearchParams(request.query).get('service') : what;
  if (service !== 'git-upload-pack' && service !== 'git-receive-pack') return undefined;
  if (request.method !== (advertisement ? 'GET' : 'POST')) return undefined;
  return { request, path, repositoryName, service, advertisement };
}

async function answer(asked: GitRequest, rooms: CodeCommitRooms): Promise<HttpAnswer> {
  const { request, path, repositoryName: name } = asked;
  const admitted = await authorizeGit({ request, path, repositoryName: name }, rooms);
  if (admitted.kind === 'nobody')
    return {
      ...plain(401, 'Sign in with CodeCommit credentials'),
      headers: { ...PLAIN, 'www-authenticate': 'Basic realm="CodeCommit"' },
    };
  if (admitted.kind === 'refused') return plain(403, admitted.reason);
  const { account, region } = admitted;
  const repository = await rooms.database.read((reader) => findRepository(reader, { account, region, name }));
  if (repository === undefined)
    return plain(
      404,
      `The repository ${name} does not exist in region ${region}: aws codecommit create-repository makes it`,
    );
  return asked.advertisement ? advertise(asked, repository, rooms) : serve(asked, repository, rooms);
}

async function advertise(
  { service, request }: GitRequest,
  repository: RepositoryRow,
  rooms: CodeCommitRooms,
): Promise<HttpAnswer> {
  const git = startGit(
    gitDirectory(rooms, repository),
    [command(service), '--stateless-rpc', '--advertise-refs', '.'],
    protocol(request),
  );
  stopWith(request, git, git.ended);
  git.stdin.end();
  const announcement = `# service=${service}\n`;
  const greeting = isVersion2(request)
    ? ''
    : `${(announcement.length + 4).toString(16).padStart(4, '0')}${announcement}0000`;
  return {
    status: 200,
    headers: { 'content-type': `application/x-${service}-advertisement`, 'cache-control': 'no-cache' },
    body: following(git.stdout, greeting, git.ended),
  };
}

async function serve(
  { service, request }: GitRequest,
  repository: RepositoryRow,
  rooms: CodeCommitRooms,
): Promise<HttpAnswer> {
  const pushes = service === 'git-receive-pack';
  if (pushes) await repairLater(repository, rooms);
  const git = startGit(gitDirectory(rooms, repository), [command(service), '--stateless-rpc', '.'], protocol(request));
  // Whether or not the client waits for the answer.
  const over = pushes ? changeRefsAtLength(repository, rooms, () => git.ended) : git.ended;
  stopWith(request, git, over);
  feed(request, git.stdin);
  return {
    status: 200,
    headers: { 'content-type': `application/x-${service}-result`, 'cache-control': 'no-cache' },
    body: following(git.stdout, '', over),
  };
}

/** Told to stop rather than killed: git then takes its locks with it. */
function stopWith(request: HttpRequest, git: RunningGit, over: Promise<unknown>): void {
  if (request.signal.aborted) git.kill('SIGTERM');
  request.signal.addEventListener('abort', () => git.kill('SIGTERM'));
  // Whoever reads the answer is told; nobody may be left to read it.
  over.catch(() => {});
}

/** A body that breaks off ends git's input: git then fails by itself and changes nothing. */
function feed(request: HttpRequest, input: NodeJS.WritableStream): void {
  const zipped = /^(?:x-)?gzip$/i.test(header(request, 'content-encoding') ?? '');
  const body = zipped ? request.body.pipe(createGunzip()) : request.body;
  for (const stream of [request.body, body, input]) stream.on('error', () => input.end());
  body.pipe(input);
}

/** The answer is complete only when what must follow it has happened. */
function following(stream: Readable, greeting: string, over: Promise<unknown>): Readable {
  async function* parts(): AsyncGenerator<Buffer> {
    if (greeting !== '') yield Buffer.from(greeting);
    for await (const chunk of stream) yield chunk;
    await over;
  }
  return Readable.from(parts(), { objectMode: false });
}

function command(service: GitService): string {
  return service.slice('git-'.length);
}

function isVersion2(request: HttpRequest): boolean {
  return /(?:^|:)version=2(?::|$)/.test(header(request, 'git-protocol') ?? '');
}

function protocol(request: HttpRequest): Record<string, string> {
  return isVersion2(request) ? { GIT_PROTOCOL: 'version=2' } : {};
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' };

function plain(status: number, text: string): HttpAnswer {
  return { status, headers: PLAIN, body: `${text}\n` };
}
