import { instantPipeline, startExecution, startInstant, Watch } from './instant.ts';
import { median, quantile } from './order.ts';
import { residentMegabytes } from './start-up.ts';
import { inFlight } from './wire-client.ts';

const PIPELINES = 10_000;
const IN_FLIGHT = 1_000;
/** So that there are 1,000 in flight although the server is not busy all the time: about 80 executions and 500 actions a second. */
const ACTION_MS = 2_000;
const ROUNDS = 2;
const CONNECTIONS = 64;

export interface ScaleFigures {
  /** Milliseconds from asking for an execution to the start of its first action. */
  readonly startP95: number;
  /** Milliseconds from the end of an action to the start of the next. */
  readonly gapMedian: number;
  readonly gapP95: number;
  readonly residentMegabytes: number | undefined;
}

/** Many pipelines and many executions in flight on SQLite. */
export async function measureScale(): Promise<ScaleFigures> {
  const watch = new Watch();
  const server = await startInstant(watch, { duration: ACTION_MS });
  const { client } = server;
  const starts: number[] = [];
  try {
    await inFlight(PIPELINES, CONNECTIONS, (index) =>
      client.send('CreatePipeline', { pipeline: instantPipeline(`p${index}`) }),
    );
    const run = async (pipeline: number, measured: boolean): Promise<void> => {
      const asked = performance.timeOrigin + performance.now();
      const execution = await startExecution(client, `p${pipeline}`);
      await watch.end(execution);
      if (measured) starts.push((watch.firsts.get(execution) ?? Number.NaN) - asked);
    };
    // The first round spreads the starts over the time an execution takes; from then on each starts as the one before it ends.
    await inFlight(IN_FLIGHT, IN_FLIGHT, async (lane) => {
      await new Promise((resolve) => setTimeout(resolve, (lane / IN_FLIGHT) * 6 * ACTION_MS));
      await run(lane, false);
      if (lane === 0) await server.gaps();
      for (let round = 1; round <= ROUNDS; round += 1) await run((round * IN_FLIGHT + lane) % PIPELINES, true);
    });
    const gaps = await server.gaps();
    return {
      startP95: quantile(starts, 0.95),
      gapMedian: median(gaps),
      gapP95: quantile(gaps, 0.95),
      residentMegabytes: residentMegabytes(server.pid),
    };
  } finally {
    await server.kill();
  }
}
