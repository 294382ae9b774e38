import type { Events } from '../../events/events.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { PipelineDeployments } from '../../ports/deployments.ts';
import type { Objects } from '../../ports/objects.ts';
import type { Database } from '../../store/database.ts';
import type { Work, WorkHandler } from '../../work/work.ts';

export interface CodeDeployRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly work: Work;
  readonly objects: Objects;
}

export interface CodeDeploy {
  readonly service: Service<CodeDeployRooms>;
  readonly deployments: PipelineDeployments;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

export function createCodeDeploy(rooms: CodeDeployRooms): CodeDeploy {
  const missing = () => Promise.reject(new Error('not built yet'));
  return {
    service: {
      name: 'codedeploy',
      signingNames: ['codedeploy'],
      model: loadModel('codedeploy'),
      operations: {},
      rooms,
    },
    deployments: { start: missing, find: missing, stop: missing },
    workHandlers: {},
  };
}
