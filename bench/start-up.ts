import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './order.ts';
import { startServer } from './server-process.ts';

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
    const server = await startServer(data);
    times.push(performance.now() - began);
    if (round < 2) await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const size = residentMegabytes(server.pid);
    if (round < 2 && size !== undefined) sizes.push(size);
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
  return { readyMedian: median(times), residentMegabytes: sizes.length === 0 ? undefined : Math.max(...sizes) };
}

export function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
