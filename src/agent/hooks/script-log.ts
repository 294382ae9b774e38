import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { Clock } from '../../kernel/clock.ts';

/** Characters of the log that are reported when a script fails. */
const TAIL = 2048;
/** A line longer than this is written in pieces, so that a script without line breaks cannot fill the memory. */
const LONGEST_LINE = 16_384;

/** What the scripts of one lifecycle event write: appended to `logs/scripts.log` with the time, its end kept for the report. */
export class ScriptLog {
  readonly #file: number;
  readonly #clock: Clock;
  #tail = '';

  constructor(path: string, clock: Clock) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'a');
    this.#clock = clock;
  }

  /** One line, without its line break. */
  add(line: string): void {
    const time = new Date(this.#clock.now()).toISOString().slice(0, 19).replace('T', ' ');
    // Written at once and not through a stream: a script that writes faster than the disk is held back by its pipe.
    writeSync(this.#file, `${time} ${line}\n`);
    this.#tail = lastLines(`${this.#tail}${line}\n`);
  }

  /** Takes what comes out of a pipe of a script and adds it line by line. */
  reader(label: '[stdout]' | '[stderr]'): { take(chunk: Buffer): void; end(): void } {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    return {
      take: (chunk) => {
        const lines = (rest + decoder.write(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) this.add(label + line);
        if (rest.length > LONGEST_LINE) {
          this.add(label + rest);
          rest = '';
        }
      },
      end: () => {
        const last = rest + decoder.end();
        rest = '';
        if (last !== '') this.add(label + last);
      },
    };
  }

  /** At most 2,048 characters, whole lines where they are not longer than that. */
  get tail(): string {
    return this.#tail;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function lastLines(text: string): string {
  if (text.length <= TAIL) return text;
  const end = text.slice(-TAIL);
  const start = end.indexOf('\n') + 1;
  return start === 0 || start === end.length ? end : end.slice(start);
}
