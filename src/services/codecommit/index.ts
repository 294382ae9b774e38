import type { Events } from '../../events/events.ts';
import type { AuthenticationRooms } from '../../gateway/authenticate.ts';
import type { Edge } from '../../gateway/http.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { Database } from '../../store/database.ts';

export interface CodeCommitRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly keys: AuthenticationRooms['keys'];
  /** Where the bare repositories are kept. */
  readonly directory: string;
}

export interface CodeCommit {
  readonly service: Service<CodeCommitRooms>;
  readonly repositories: Repositories;
  /** git over HTTP. */
  readonly git: Edge;
}

export function createCodeCommit(rooms: CodeCommitRooms): CodeCommit {
  const missing = () => Promise.reject(new Error('not built yet'));
  return {
    service: {
      name: 'codecommit',
      signingNames: ['codecommit'],
      model: loadModel('codecommit'),
      operations: {},
      rooms,
    },
    repositories: { tip: missing, commit: missing, archive: missing, checkout: missing },
    git: { name: 'git', claims: () => false, answer: missing },
  };
}
