import { arn } from '../kernel/arn.ts';
import type { Clock } from '../kernel/clock.ts';
import type { LogLine, LogStreamRef, LogStreams } from '../ports/logs.ts';
import type { ActionRun } from './action.ts';

export interface ActionLogRooms {
  readonly logs: LogStreams;
  readonly clock: Clock;
}

const BATCH_MS = 200;
const MAX_LINE = 200_000;
const MAX_BATCH = 5_000;

/** The log of an action that has one: the stream of its execution in the group of its pipeline, as AWS has it. */
export class ActionLog {
  readonly #rooms: ActionLogRooms;
  readonly #stream: LogStreamRef;
  #waiting: LogLine[] = [];
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(run: ActionRun, rooms: ActionLogRooms) {
    this.#rooms = rooms;
    this.#stream = streamOf(run);
  }

  open(): Promise<void> {
    return this.#rooms.logs.open(this.#stream);
  }

  say(text: string): void {
    const timestamp = this.#rooms.clock.now();
    for (const line of text.split('\n')) this.#waiting.push({ timestamp, message: `${line.slice(0, MAX_LINE)}\n` });
    this.#timer ??= setTimeout(() => this.#write(), BATCH_MS);
  }

  /** Resolves when everything said so far is written; rejects where that cannot be. */
  flush(): Promise<void> {
    this.#write();
    return this.#writing;
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#waiting;
    this.#waiting = [];
    this.#writing = this.#writing.then(async () => {
      for (let from = 0; from < lines.length; from += MAX_BATCH)
        await this.#rooms.logs.append(this.#stream, lines.slice(from, from + MAX_BATCH));
    });
    // Told by whoever waits for it.
    this.#writing.catch(() => undefined);
  }
}

function streamOf({ account, region, pipelineName, actionExecutionId }: ActionRun): LogStreamRef {
  return { account, region, group: `/aws/codepipeline/${pipelineName}`, stream: actionExecutionId };
}

export function actionLogArn(run: ActionRun): string {
  const { account, region, group, stream } = streamOf(run);
  return arn('logs', region, account, `log-group:${group}:log-stream:${stream}`);
}
