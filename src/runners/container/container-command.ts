import { once } from 'node:events';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type Docker from 'dockerode';
import type { SandboxCommand } from '../runner.ts';

/** Exit code of a command whose container is gone: killed. */
const KILLED = 137;

/** After a command ended its output is read until it was silent this long: what it left running may hold it open. */
const SILENCE_MS = 100;
const LONGEST_DRAIN_MS = 2000;

/** Runs a command in a container to its end, which is also that of the container. The two outputs are joined inside, so that their order is kept. */
export async function runInContainer(container: Docker.Container, command: SandboxCommand): Promise<number> {
  try {
    return await execute(container, command);
  } catch (error) {
    if (isGone(error)) return KILLED;
    throw error;
  }
}

async function execute(container: Docker.Container, command: SandboxCommand): Promise<number> {
  const execution = await container.exec({
    Cmd: ['sh', '-c', 'exec "$@" 2>&1', 'sh', ...command.argv],
    Env: Object.entries(command.environment).map(([name, value]) => `${name}=${value}`),
    WorkingDir: command.cwd,
    AttachStdout: true,
    AttachStderr: true,
  });
  const stream = await execution.start({});
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      Promise.resolve(command.output(chunk)).then(() => done(), done);
    },
  });
  container.modem.demuxStream(stream, output, output);
  // An aborted container breaks the stream off; the exit code tells.
  stream.on('error', () => undefined);
  const closed = Promise.race([once(stream, 'end'), once(stream, 'close')]).catch(() => []);
  const exitCode = await endOf(container, execution, closed);
  await Promise.race([closed, silence(stream)]);
  const taken = finished(output).catch(() => undefined);
  output.end();
  await taken;
  return exitCode;
}

/** Looks again at growing intervals, and at once when the output ends. */
async function endOf(container: Docker.Container, execution: Docker.Exec, closed: Promise<unknown>): Promise<number> {
  let open = true;
  void closed.then(() => {
    open = false;
  });
  for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
    const exitCode = await readExitCode(container, execution);
    if (exitCode !== undefined) return exitCode;
    const rest = new Promise((resolve) => setTimeout(resolve, open ? pause : 20));
    await (open ? Promise.race([closed, rest]) : rest);
  }
}

/** Undefined while it runs, and for the moment in which an engine knows that it ended but not yet how. */
async function readExitCode(container: Docker.Container, execution: Docker.Exec): Promise<number | undefined> {
  const { Running, ExitCode } = await execution.inspect();
  if (!Running && ExitCode !== null) return ExitCode;
  const { State } = await container.inspect();
  return State.Running ? undefined : KILLED;
}

/** Whether an engine says that a thing is not there, or not running. */
export function isGone(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return false;
  return error.statusCode === 404 || error.statusCode === 409;
}

async function silence(stream: NodeJS.EventEmitter): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const longest = setTimeout(resolve, LONGEST_DRAIN_MS);
  const quiet = setTimeout(resolve, SILENCE_MS);
  stream.on('data', () => quiet.refresh());
  await promise;
  clearTimeout(longest);
  clearTimeout(quiet);
}
