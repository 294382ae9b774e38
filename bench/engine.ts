import { type InstantServer, instantPipeline, startExecution, startInstant, Watch } from './instant.ts';
import { at, median, quantile } from './order.ts';
import { inFlight } from './wire-client.ts';

const WARM_UP = 60;
const ALONE = 200;
const TOGETHER = 1500;
const LANES = 64;

export interface EngineFigures {
  /** Milliseconds from the end of an action to the start of the next, one execution at a time. */
  readonly gapMedian: number;
  readonly gapP95: number;
  readonly executionsPerSecond: number;
}

/** Pipelines of 3 stages and 6 actions that take no time, started over the wire. */
export async function measureEngine(database: string | undefined): Promise<EngineFigures> {
  const watch = new Watch();
  const server = await startInstant(watch, { database });
  try {
    await createLanes(server);
    const run = async (lane: number) => watch.end(await startExecution(server.client, `p${lane}`));
    await inFlight(WARM_UP, 1, () => run(0));
    await server.gaps();
    await inFlight(ALONE, 1, () => run(0));
    const gaps = await server.gaps();
    const executionsPerSecond = await rate([server], watch);
    return { gapMedian: median(gaps), gapP95: quantile(gaps, 0.95), executionsPerSecond };
  } finally {
    await server.kill();
  }
}

/** A pipeline for each lane. */
export async function createLanes({ client }: InstantServer, lanes = LANES): Promise<void> {
  for (let lane = 0; lane < lanes; lane += 1)
    await client.send('CreatePipeline', { pipeline: instantPipeline(`p${lane}`) });
}

/** One pipeline a lane, so that no execution waits for another; the lanes are shared out among the servers. */
export async function rate(
  servers: readonly InstantServer[],
  watch: Watch,
  executions = TOGETHER,
  lanes = LANES,
): Promise<number> {
  const perLane = Math.ceil(executions / lanes);
  const seconds = await inFlight(lanes, lanes, async (lane) => {
    const { client } = at(servers, lane % servers.length);
    for (let index = 0; index < perLane; index += 1) await watch.end(await startExecution(client, `p${lane}`));
  });
  return (perLane * lanes) / seconds;
}
