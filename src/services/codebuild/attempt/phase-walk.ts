import type { BuildStatus } from '../../../store/codebuild/begun.ts';
import type { BuildProgress, PhaseType } from '../build-facts.ts';
import { endPhase, enterPhase, type PhaseOutcome, SUCCEEDED } from '../phases.ts';
import type { Change, Journal } from './journal.ts';

/** A build's way through its phases: what ends one and what begins the next are recorded together. */
export class PhaseWalk {
  readonly #journal: Journal;
  #pending: Change[] = [];

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** Ends the phase under way; recorded with the next thing that happens. */
  leave(outcome: PhaseOutcome): void {
    this.#pending.push((progress, now) => endPhase(progress, outcome, now));
  }

  /** A phase with nothing to do. */
  pass(type: PhaseType): void {
    this.#pending.push((progress, now) => enterPhase(progress, type, now));
    this.leave(SUCCEEDED);
  }

  /** Something that became known; recorded with the next phase. */
  learn(known: (progress: BuildProgress) => Partial<BuildProgress>): void {
    this.#pending.push((progress) => ({ ...progress, ...known(progress) }));
  }

  async enter(type: PhaseType): Promise<void> {
    this.#pending.push((progress, now) => enterPhase(progress, type, now));
    await this.#journal.record(this.#take());
  }

  async complete(status: Exclude<BuildStatus, 'IN_PROGRESS'>): Promise<void> {
    await this.#journal.end(status, this.#take());
  }

  #take(): Change {
    const changes = this.#pending;
    this.#pending = [];
    return (progress, now) => changes.reduce((reached, change) => change(reached, now), progress);
  }
}
