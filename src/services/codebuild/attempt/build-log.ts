import { StringDecoder } from 'node:string_decoder';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../../kernel/clock.ts';
import type { Log } from '../../../kernel/log.ts';
import type { LogLine, LogStreamRef, LogStreams } from '../../../ports/logs.ts';

const BATCH_MS = 100;
/** After lines could not be written, and how often they are tried before whoever waits for them goes on without. */
const TRY_AGAIN_MS = 500;
const MAX_TRIES = 20;
/** Lines that wait to be written before whoever prints is asked to wait, too. */
const ENOUGH_LINES = 5_000;
/** A build that cannot be made to wait and talks faster than this loses the surplus, and the log says so. */
const MAX_WAITING_LINES = 500_000;
const MAX_WAITING_TEXT = 64 * 1024 * 1024;
const MAX_BATCH_LINES = 5_000;
const MAX_LINE = 200_000;

export interface BuildLogRooms {
  readonly logs: LogStreams;
  readonly clock: Clock;
  readonly log: Log;
}

/** The log of a build: lines are written in batches as they come, secrets as `***`; those that cannot be written wait until they can. */
export class BuildLog {
  readonly #rooms: BuildLogRooms;
  readonly #stream: LogStreamRef | undefined;
  readonly #secrets: string[] = [];
  readonly #decoder = new StringDecoder('utf8');
  #waiting: LogLine[] = [];
  #waitingText = 0;
  #lost = 0;
  #partial = '';
  #stuck = false;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** Without a stream nothing is written. */
  constructor(rooms: BuildLogRooms, stream: LogStreamRef | undefined) {
    this.#rooms = rooms;
    this.#stream = stream;
  }

  async open(): Promise<void> {
    if (this.#stream !== undefined) await this.#rooms.logs.open(this.#stream);
  }

  hide(secrets: readonly string[]): void {
    this.#secrets.push(...secrets.filter((secret) => secret !== ''));
  }

  /** A line of the build service itself. */
  say(text: string): void {
    const now = this.#rooms.clock.now();
    for (const line of text.split('\n')) this.#add(`[Container] ${stamp(now)} ${line}\n`);
  }

  /** What a command prints; answers a promise when the command is to wait until it resolves. */
  output(chunk: Buffer): Promise<void> | void {
    const lines = (this.#partial + this.#decoder.write(chunk)).split('\n');
    this.#partial = lines.pop() ?? '';
    for (const line of lines) this.#add(`${line}\n`);
    if (this.#partial.length > MAX_LINE) {
      this.#add(`${this.#partial}\n`);
      this.#partial = '';
    }
    if (this.#waiting.length >= ENOUGH_LINES) return this.flush();
  }

  /** The command has ended: its last line need not. An empty line follows. */
  endOutput(): void {
    const rest = this.#partial + this.#decoder.end();
    this.#partial = '';
    if (rest !== '') this.#add(`${rest}\n`);
    this.#add('\n');
  }

  /** Resolves when everything said so far is written, or has been tried for long; it is tried on even then. */
  async flush(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#write();
      await this.#writing;
      if (!this.#stuck || tries === MAX_TRIES) return;
      await delay(TRY_AGAIN_MS);
    }
  }

  #add(message: string): void {
    if (this.#stream === undefined) return;
    if (this.#waiting.length >= MAX_WAITING_LINES || this.#waitingText >= MAX_WAITING_TEXT) {
      this.#lost += 1;
      return;
    }
    this.#waiting.push({ timestamp: this.#rooms.clock.now(), message: this.#masked(message).slice(0, MAX_LINE) });
    this.#waitingText += message.length;
    this.#writeIn(this.#stuck ? TRY_AGAIN_MS : BATCH_MS);
  }

  #writeIn(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#write();
    }, milliseconds);
  }

  #masked(message: string): string {
    return this.#secrets.reduce((text, secret) => text.replaceAll(secret, '***'), message);
  }

  #write(): void {
    this.#writing = this.#writing.then(() => this.#writeWaiting());
  }

  async #writeWaiting(): Promise<void> {
    if (this.#stream === undefined) return;
    const lines = this.#waiting;
    this.#waiting = [];
    this.#waitingText = 0;
    if (this.#lost > 0) {
      const message = `[${this.#lost} lines came too fast and were left out]\n`;
      lines.push({ timestamp: this.#rooms.clock.now(), message });
      this.#lost = 0;
    }
    let written = 0;
    try {
      for (; written < lines.length; written += MAX_BATCH_LINES)
        await this.#rooms.logs.append(this.#stream, lines.slice(written, written + MAX_BATCH_LINES));
      this.#stuck = false;
    } catch (error) {
      this.#keep(lines.slice(written), error);
    }
  }

  #keep(lines: readonly LogLine[], error: unknown): void {
    if (!this.#stuck)
      this.#rooms.log.error('lines of a build log wait until they can be written', { ...this.#stream, error });
    this.#stuck = true;
    this.#waiting = [...lines, ...this.#waiting];
    this.#waitingText += lines.reduce((length, { message }) => length + message.length, 0);
    this.#writeIn(TRY_AGAIN_MS);
  }
}

/** Such as `2024/01/06 13:13:53.912000`, in UTC. */
function stamp(milliseconds: number): string {
  const [day = '', time = ''] = new Date(milliseconds).toISOString().split('T');
  return `${day.replaceAll('-', '/')} ${time.replace('Z', '000')}`;
}
