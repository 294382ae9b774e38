import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const VELOCIUS = fileURLToPath(new URL('../velocius.ts', import.meta.url));

/** How a shell would call this very velocius. */
export const VELOCIUS_COMMAND = [process.execPath, VELOCIUS] as const;

/** The environment of what the lab starts: this Node first, so that builds and hooks find `node` where none is installed. */
export function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH ?? '/usr/bin:/bin'}`, ...more };
}

/**
 * Starts `velocius <arguments>` beside this process: out of reach of the terminal's Ctrl-C, since the lab ends it in order, and
 * with a channel whose end tells it that the lab is gone, however it went.
 */
export function spawnVelocius(
  parameters: readonly string[],
  options: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): ChildProcess {
  const [node, script] = VELOCIUS_COMMAND;
  return spawn(node, [script, ...parameters], {
    env: environment(options.env),
    cwd: options.cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Ends a child that was started here, politely and then not. */
export async function endChild(child: ChildProcess, graceMs = 5000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(hard);
}
