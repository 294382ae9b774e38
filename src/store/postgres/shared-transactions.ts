import type { Tx } from '../database.ts';

/** One is worked out here while another is in the database; meanwhile the next gathers. */
const AT_ONCE = 2;
const MOST_MEMBERS = 32;

export interface TransactionRooms {
  /** All in one transaction, and what they answer in their order; nothing when none of it was done, and each is to try alone. */
  together(works: readonly Work[]): Promise<readonly unknown[] | undefined>;
  alone(work: Work): Promise<unknown>;
  /** Calls `gathered` when all have had the time to come. */
  gather(gathered: () => void): void;
}

export type Work = (tx: Tx) => Promise<unknown>;

interface Member {
  readonly subject: string;
  readonly work: Work;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** Each is waited for, also when another has failed: none may go on after ROLLBACK. */
export async function workTogether(works: readonly Work[], tx: Tx): Promise<readonly unknown[]> {
  const answers = await Promise.allSettled(works.map((work) => work({ ...tx })));
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

/**
 * Gathers work about different subjects into transactions, so that one COMMIT and the ways there and back serve them all. The busier a
 * server is, the more gathers meanwhile; one that has little to do waits for nobody.
 */
export class SharedTransactions {
  readonly #rooms: TransactionRooms;
  readonly #busy = new Set<string>();
  #waiting: Member[] = [];
  #underWay = 0;
  #isGathering = false;

  constructor(rooms: TransactionRooms) {
    this.#rooms = rooms;
  }

  /** Work about one subject is done one after the other, in the order it was asked for. */
  write<T>(subject: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.push({ subject, work, resolve, reject });
    this.#gather();
    return promise as Promise<T>;
  }

  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#rooms.gather(() => {
      this.#isGathering = false;
      while (this.#underWay < AT_ONCE) {
        const members = this.#take();
        if (members.length === 0) return;
        this.#begin(members);
      }
    });
  }

  #take(): Member[] {
    const taken: Member[] = [];
    const left: Member[] = [];
    const leftSubjects = new Set<string>();
    for (const member of this.#waiting) {
      const { subject } = member;
      if (taken.length < MOST_MEMBERS && !this.#busy.has(subject) && !leftSubjects.has(subject)) {
        taken.push(member);
        this.#busy.add(subject);
      } else {
        left.push(member);
        leftSubjects.add(subject);
      }
    }
    this.#waiting = left;
    // Servers that share two subjects lock them in the same order, so that neither waits for the other in a circle.
    return taken.sort((one, other) => (one.subject < other.subject ? -1 : 1));
  }

  #begin(members: readonly Member[]): void {
    this.#underWay += 1;
    void this.#write(members).finally(() => {
      this.#underWay -= 1;
      this.#gather();
    });
  }

  async #write(members: readonly Member[]): Promise<void> {
    try {
      const answers = await this.#rooms.together(members.map(({ work }) => work));
      for (const [index, member] of members.entries()) {
        if (answers === undefined) this.#writeAlone(member);
        else this.#end(member, () => member.resolve(answers[index]));
      }
    } catch (error) {
      for (const member of members) this.#end(member, () => member.reject(error));
    }
  }

  /** As long as it takes: nobody else waits for it. */
  #writeAlone(member: Member): void {
    this.#rooms.alone(member.work).then(
      (answer) => this.#end(member, () => member.resolve(answer)),
      (error: unknown) => this.#end(member, () => member.reject(error)),
    );
  }

  #end({ subject }: Member, tell: () => void): void {
    this.#busy.delete(subject);
    tell();
    this.#gather();
  }
}
