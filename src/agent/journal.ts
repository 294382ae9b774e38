import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../kernel/clock.ts';
import { interrupted, type Outcome } from './event-failure.ts';
import type { Places } from './places.ts';

/** What came of a command. */
export interface Result extends Outcome {
  readonly commandId: string;
  /** True once the service has it. */
  readonly reported: boolean;
}

/** Results kept to answer a command that is handed out again. */
const KEPT = 200;
/** A command begun longer ago is of no interest to anybody any more. */
const STALE = 24 * 3600 * 1000;

/**
 * What the agent remembers through its own end: commands that run, and what came of the last ones. So a result reaches the service also
 * when it was away, a command handed out twice is not run twice, and one that was cut short is reported as failed.
 *
 * Gaps: the processes of a script that was cut short run on, as with AWS's agent.
 */
export class Journal {
  readonly #places: Places;
  readonly #clock: Clock;

  constructor(places: Places, clock: Clock) {
    this.#places = places;
    this.#clock = clock;
  }

  async open(): Promise<void> {
    await mkdir(this.#places.ongoing, { recursive: true });
    await mkdir(this.#places.results, { recursive: true });
  }

  /** Before a command is run. */
  async begin(deploymentId: string, commandId: string): Promise<void> {
    await replace(join(this.#places.ongoing, deploymentId), commandId);
  }

  /** The service wants nothing done. */
  async drop(deploymentId: string): Promise<void> {
    await rm(join(this.#places.ongoing, deploymentId), { force: true });
  }

  /** After a command was run, before that is reported. */
  async settle(deploymentId: string | undefined, commandId: string, outcome: Outcome): Promise<Result> {
    const result = { commandId, ...outcome, reported: false };
    await this.#write(result);
    if (deploymentId !== undefined) await this.drop(deploymentId);
    return result;
  }

  async reported(result: Result): Promise<void> {
    await this.#write({ ...result, reported: true });
    await this.#prune();
  }

  async find(commandId: string): Promise<Result | undefined> {
    const text = await readFile(this.#file(commandId), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as Result); // -- written by this class alone, and whole
  }

  /** At the agent's start: makes failures of commands that were cut short, and answers all results that are still to be reported. */
  async recover(): Promise<readonly Result[]> {
    for (const deploymentId of await names(this.#places.ongoing)) await this.#recover(deploymentId);
    const results = await Promise.all((await names(this.#places.results)).map((name) => this.#read(name)));
    return results.filter((result) => !result.reported);
  }

  async #recover(deploymentId: string): Promise<void> {
    const file = join(this.#places.ongoing, deploymentId);
    const stale = this.#clock.now() - (await stat(file)).mtimeMs > STALE;
    const commandId = await readFile(file, 'utf8');
    if (stale || (await this.find(commandId)) !== undefined) await this.drop(deploymentId);
    else await this.settle(deploymentId, commandId, interrupted());
  }

  async #read(name: string): Promise<Result> {
    return JSON.parse(await readFile(join(this.#places.results, name), 'utf8')) as Result; // -- as above
  }

  async #write(result: Result): Promise<void> {
    await replace(this.#file(result.commandId), JSON.stringify(result));
  }

  /** The oldest results go, but never one that the service has not got. */
  async #prune(): Promise<void> {
    const all = await names(this.#places.results);
    if (all.length <= KEPT) return;
    const dated = await Promise.all(
      all.map(async (name) => ({ name, time: (await stat(join(this.#places.results, name))).mtimeMs })),
    );
    for (const { name } of dated.sort((a, b) => a.time - b.time).slice(0, all.length - KEPT)) {
      if ((await this.#read(name)).reported) await rm(join(this.#places.results, name), { force: true });
    }
  }

  #file(commandId: string): string {
    return join(this.#places.results, `${createHash('sha256').update(commandId).digest('hex')}.json`);
  }
}

/** All of it or nothing is there afterwards, also when the agent is killed meanwhile. */
async function replace(file: string, content: string): Promise<void> {
  await writeFile(`${file}.new`, content, { flush: true });
  await rename(`${file}.new`, file);
}

async function names(directory: string): Promise<readonly string[]> {
  return (await readdir(directory)).filter((name) => !name.endsWith('.new'));
}
