import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomIds } from '../kernel/ids.ts';
import { removeTree } from './records.ts';
import type { Runner, SandboxRequest, SelfTest } from './runner.ts';

/** An exit code nothing gives by accident. */
const EXPECTED = 77;
const TIMEOUT_MS = 60_000;

export interface SelfTestPlan {
  /** Must end with 77. */
  readonly script: string;
  readonly remedy: string;
  readonly image?: string;
}

/** Runs `script`, which must end with 77, in a sandbox of the runner and tells how that went. */
export async function tryRunner(runner: Runner, { script, remedy, image }: SelfTestPlan): Promise<SelfTest> {
  const directory = await mkdtemp(join(tmpdir(), 'velocius-self-test-'));
  try {
    return await tryIn(
      runner,
      { ...TEST_REQUEST, image: image ?? TEST_REQUEST.image, id: `self-test-${randomIds.uuid()}`, directory },
      script,
      remedy,
    );
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error), remedy };
  } finally {
    await removeTree(directory);
  }
}

const TEST_REQUEST: Omit<SandboxRequest, 'id' | 'directory'> = {
  image: 'aws/codebuild/self-test',
  privileged: false,
  memoryMiB: 256,
  cpus: 1,
  pids: 64,
};

async function tryIn(runner: Runner, request: SandboxRequest, script: string, remedy: string): Promise<SelfTest> {
  const sandbox = await runner.open(request);
  const said: Buffer[] = [];
  try {
    const { exitCode } = await sandbox.run({
      argv: ['sh', '-c', script],
      environment: {},
      cwd: sandbox.directory,
      output: (chunk) => said.push(chunk),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (exitCode === EXPECTED) return { ok: true, note: sandbox.notes.join(' ') };
    const words = Buffer.concat(said).toString().trim();
    return {
      ok: false,
      reason: `A test command ended with exit code ${exitCode}: ${words || 'it said nothing'}`,
      remedy,
    };
  } finally {
    await sandbox.close();
  }
}
