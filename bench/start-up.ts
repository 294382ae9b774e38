import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './order.ts';
import { readyLine } from './versus-moto.ts';

const VELOCIUS = fileURLToPath(new URL('../src/cli/velocius.ts', import.meta.url));
const ROUNDS = 7;
const IDLE_MS = 3000;

export interface StartUpFigures {
  /** Milliseconds from the start of the process to the ready line. */
  readonly readyMedian: number;
  /** Resident MB after some seconds without requests; undefined where /proc is not there. */
  readonly residentMegabytes: number | undefined;
}

export async function measureStartUp(): Promise<StartUpFigures> {
  const times: number[] = [];
  const sizes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const data = mkdtempSync(join(tmpdir(), 'velocius-bench-'));
    const began = performance.now();
    const server = spawn(process.execPath, [VELOCIUS, 'start', '--port', '0', '--data', data], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await readyLine(server);
    times.push(performance.now() - began);
    if (round < 2) await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const size = residentMegabytes(server.pid);
    if (round < 2 && size !== undefined) sizes.push(size);
    server.kill('SIGKILL');
    await new Promise((resolve) => server.once('close', resolve));
    rmSync(data, { recursive: true, force: true });
  }
  return { readyMedian: median(times), residentMegabytes: sizes.length === 0 ? undefined : Math.max(...sizes) };
}

function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
