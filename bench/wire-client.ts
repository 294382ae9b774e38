import { Agent, request } from 'node:http';
import { sign } from '../src/agent/signature.ts';

/** A thin client for measuring: signs and sends AWS JSON over connections that are kept. */
export interface WireClient {
  send(operation: string, input: object): Promise<Record<string, unknown>>;
  close(): void;
}

const KEYS = { accessKeyId: 'test', secretAccessKey: 'test', sessionToken: undefined };

export function codepipelineClient(endpoint: string): WireClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const { host, hostname, port } = new URL(endpoint);
  return {
    send: (operation, input) => {
      const body = JSON.stringify(input);
      const headers = sign(
        {
          method: 'POST',
          host,
          path: '/',
          query: {},
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': `CodePipeline_20150709.${operation}`,
          },
          body,
        },
        { service: 'codepipeline', region: 'eu-west-1', keys: KEYS, time: Date.now() },
      );
      return new Promise((resolve, reject) => {
        const sent = request({ agent, hostname, port, method: 'POST', path: '/', headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            if (response.statusCode !== 200) reject(new Error(`${operation}: ${response.statusCode} ${text}`));
            else resolve(text === '' ? {} : JSON.parse(text));
          });
        });
        sent.on('error', reject);
        sent.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

/** Runs `work` for numbers 0 to `count` - 1 with so many under way at once; answers the seconds it took. */
export async function inFlight(
  count: number,
  concurrency: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return (performance.now() - began) / 1000;
}
