import { isServiceError } from '../../src/kernel/service-error.ts';
import type { Installation } from './installation.ts';
import type { Server } from './server.ts';
import { Injected } from './world.ts';

const OF_EVENTBRIDGE: readonly string[] = ['PutRule', 'PutTargets', 'PutEvents'];

/** What becomes of a request: it may also never be heard of again. */
export interface Reply {
  acknowledged?(answer: unknown): void;
  refused?(code: string): void;
}

/** Reaches the servers as those outside do: one after the other; when none is there nobody is asked. */
export class Caller {
  readonly #installation: Installation;
  #turn = 0;

  constructor(installation: Installation) {
    this.#installation = installation;
  }

  ask(operation: string, input: unknown, reply: Reply = {}): void {
    const service = OF_EVENTBRIDGE.includes(operation) ? 'events' : 'codepipeline';
    this.request(`${operation} ${brief(input)}`, (server) => server.request(service, operation, input), reply);
  }

  request(what: string, send: (server: Server) => Promise<unknown>, { acknowledged, refused }: Reply): void {
    const { serving, world } = this.#installation;
    const server = serving[this.#turn++ % Math.max(serving.length, 1)];
    if (server === undefined) return;
    world.tell(`server ${server.number} is asked: ${what}`);
    send(server).then(acknowledged, (error: unknown) => {
      if (error instanceof Injected) return;
      if (!isServiceError(error)) {
        world.complain(`${what} fails: ${error instanceof Error ? error.stack : String(error)}`);
        return;
      }
      world.tell(`${what} is refused: ${error.code}`);
      refused?.(error.code);
    });
  }

  complain(violation: string): void {
    this.#installation.world.complain(violation);
  }
}

function brief(input: unknown): string {
  const text = JSON.stringify(input);
  return text.length > 120 ? `${text.slice(0, 120)}...` : text;
}
