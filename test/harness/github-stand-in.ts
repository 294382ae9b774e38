import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The part of GitHub's API that keeps hooks, of which this server is a client. */
export interface GithubStandIn {
  readonly api: string;
  /** Hooks by id. */
  readonly hooks: Map<number, { config: Record<string, string>; events: string[]; active: boolean }>;
  /** Set to have every token refused. */
  refuse: boolean;
  close(): Promise<void>;
}

const REPOSITORY = '/repos/Codertocat/Hello-World/hooks';

export async function startGithub(token: string): Promise<GithubStandIn> {
  const hooks: GithubStandIn['hooks'] = new Map();
  const standIn = {
    api: '',
    hooks,
    refuse: false,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const answer = (status: number, value?: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(value && JSON.stringify(value));
    const [path = '', id] = /^(.*\/hooks)(?:\/(\d+))?(?:\?.*)?$/.exec(request.url ?? '')?.slice(1) ?? [];
    if (standIn.refuse || request.headers.authorization !== `Bearer ${token}`)
      return answer(401, { message: 'Bad credentials' });
    if (path !== REPOSITORY) return answer(404, { message: 'Not Found' });
    if (request.method === 'GET')
      return answer(
        200,
        [...hooks].map(([key, hook]) => ({ id: key, ...hook })),
      );
    if (request.method === 'DELETE') return answer(hooks.delete(Number(id)) ? 204 : 404);
    const key = id === undefined ? hooks.size + 1 : Number(id);
    hooks.set(key, JSON.parse(body));
    return answer(id === undefined ? 201 : 200, { id: key });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  standIn.api = `http://127.0.0.1:${port}`;
  return standIn;
}
