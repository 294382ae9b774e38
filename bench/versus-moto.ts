import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeArtifactBucketAt } from './artifact-bucket.ts';
import { declaration } from './declaration.ts';
import { at, median } from './order.ts';
import { startServer } from './server-process.ts';
import { codepipelineClient, inFlight, type WireClient } from './wire-client.ts';

const CONNECTIONS = 64;
const ROUNDS = 5;

export interface RequestRates {
  /** Requests a second; medians of the rounds. */
  readonly getPipeline: number;
  readonly createPipeline: number;
}

/** Requests a second of the same client against this server, and against moto_server where it is installed, in turns. */
export async function measureRequests(): Promise<{
  readonly velocius: RequestRates;
  readonly moto: RequestRates | undefined;
}> {
  const velocius = await startVelocius();
  const moto = await startMoto();
  try {
    const rounds = { velocius: new Rounds(velocius, 6000, 2000), moto: moto && new Rounds(moto, 600, 200) };
    for (let round = 0; round < ROUNDS; round += 1) {
      await rounds.velocius.measure();
      await rounds.moto?.measure();
    }
    return { velocius: rounds.velocius.medians(), moto: rounds.moto?.medians() };
  } finally {
    velocius.stop();
    moto?.stop();
  }
}

interface Contestant {
  readonly endpoint: string;
  stop(): void;
}

async function startVelocius(): Promise<Contestant> {
  const data = mkdtempSync(join(tmpdir(), 'velocius-bench-'));
  const server = await startServer(data);
  await makeArtifactBucketAt(server.endpoint);
  const stop = (): void => {
    server.kill();
    rmSync(data, { recursive: true, force: true });
  };
  return { endpoint: server.endpoint, stop };
}

async function startMoto(): Promise<Contestant | undefined> {
  const port = await freePort();
  const moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const missing = new Promise<boolean>((resolve) => {
    moto.once('error', () => resolve(true));
    moto.once('spawn', () => resolve(false));
  });
  if (await missing) return undefined;
  const endpoint = `http://127.0.0.1:${port}`;
  await untilAnswers(codepipelineClient(endpoint));
  await prepareMoto(port);
  return { endpoint, stop: () => void moto.kill('SIGKILL') };
}

/** Rounds against one server. Requests are signed before the clock starts, so that the client is not what is measured. */
class Rounds {
  readonly #client: WireClient;
  readonly #gets: number;
  readonly #creates: number;
  readonly #getRates: number[] = [];
  readonly #createRates: number[] = [];

  constructor({ endpoint }: Contestant, gets: number, creates: number) {
    this.#client = codepipelineClient(endpoint);
    this.#gets = gets;
    this.#creates = creates;
  }

  async measure(): Promise<void> {
    const client = this.#client;
    const round = this.#getRates.length;
    const creates = Array.from({ length: this.#creates }, (_, index) =>
      client.ready('CreatePipeline', { pipeline: declaration(`p${round}-${index}`) }),
    );
    const createSeconds = await inFlight(creates.length, CONNECTIONS, (index) => client.exchange(at(creates, index)));
    const get = client.ready('GetPipeline', { name: 'p0-0' });
    await inFlight(this.#gets / 10, CONNECTIONS, () => client.exchange(get));
    const getSeconds = await inFlight(this.#gets, CONNECTIONS, () => client.exchange(get));
    this.#createRates.push(this.#creates / createSeconds);
    this.#getRates.push(this.#gets / getSeconds);
  }

  medians(): RequestRates {
    this.#client.close();
    return { getPipeline: median(this.#getRates), createPipeline: median(this.#createRates) };
  }
}

/** moto looks the role up; this server does not evaluate roles. */
async function prepareMoto(port: number): Promise<void> {
  const policy = encodeURIComponent(
    JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: { Service: 'codepipeline.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    }),
  );
  await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: `Action=CreateRole&Version=2010-05-08&RoleName=bench&AssumeRolePolicyDocument=${policy}`,
  });
}

async function untilAnswers(client: WireClient): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send('ListPipelines', {});
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
