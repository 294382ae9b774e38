/** Exit code of what was killed by SIGKILL. */
const KILLED = 137;

/** Runs to the end and answers the exit code; an abort has `kill` end everything, and resolves when that is done. */
export async function untilAborted(
  run: () => Promise<number>,
  signal: AbortSignal,
  kill: () => Promise<void>,
): Promise<{ readonly exitCode: number }> {
  if (signal.aborted) {
    await kill();
    return { exitCode: KILLED };
  }
  let killed: Promise<void> = Promise.resolve();
  const abort = () => {
    killed = kill();
    killed.catch(() => undefined);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    const exitCode = await run();
    await killed;
    return { exitCode };
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
