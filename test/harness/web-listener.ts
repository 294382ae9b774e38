import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { waitFor } from './wait.ts';

/** A web server of somebody else's, which is posted to. */
export interface WebListener {
  readonly url: string;
  /** Everything that came, in order. */
  readonly posts: readonly Post[];
  /** Statuses of the next answers; 200 when there are none. */
  answerNext(...statuses: number[]): void;
  /** Waits until something of that type came that `holds` is true of. */
  until(type: string, holds?: (post: Post) => boolean): Promise<Post>;
  close(): Promise<void>;
}

export interface Post {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export async function startWebListener(): Promise<WebListener> {
  const posts: Post[] = [];
  const statuses: number[] = [];
  const server = createServer(async (request, response) => {
    posts.push({ path: request.url ?? '', headers: request.headers, body: await text(request) });
    const status = statuses.shift() ?? 200;
    response.writeHead(status, status >= 300 && status < 400 ? { location: '/elsewhere' } : {});
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    posts,
    answerNext: (...next) => void statuses.push(...next),
    until: (type, holds = () => true) =>
      waitFor(`a ${type}`, async () =>
        posts.find((post) => post.headers['x-amz-sns-message-type'] === type && holds(post)),
      ),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
