import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const SCRIPT = join(import.meta.dirname, '../../scripts/test-engine.sh');

/** The image a test engine has: busybox. */
export const TEST_IMAGE = 'local/busybox:1';

export interface TestEngine {
  /** As in DOCKER_HOST. */
  readonly address: string;
  stop(): Promise<void>;
}

/** An engine of the test's own, or why none can be had. VELOCIUS_TEST_ENGINE=podman takes Podman. */
export async function startTestEngine(): Promise<TestEngine | { readonly reason: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'velocius-engine-'));
  const kind = process.env.VELOCIUS_TEST_ENGINE ?? 'docker';
  try {
    const { stdout } = await execute(SCRIPT, ['start', directory, kind], { timeout: 60_000 });
    return {
      address: stdout.trim().replace('DOCKER_HOST=', ''),
      stop: async () => {
        await execute(SCRIPT, ['stop', directory], { timeout: 60_000 });
      },
    };
  } catch (error) {
    await execute(SCRIPT, ['stop', directory], { timeout: 60_000 }).catch(() => undefined);
    await rm(directory, { recursive: true, force: true });
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    return { reason: words || String(error) };
  }
}
