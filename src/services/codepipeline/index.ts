import type { Events } from '../../events/events.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { RuleTarget } from '../../ports/rule-target.ts';
import type { Database } from '../../store/database.ts';
import type { Work } from '../../work/work.ts';

export interface CodePipelineRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly work: Work;
}

export interface CodePipeline {
  readonly service: Service<CodePipelineRooms>;
  readonly ruleTarget: RuleTarget;
}

export function createCodePipeline(rooms: CodePipelineRooms): CodePipeline {
  const missing = () => Promise.reject(new Error('not built yet'));
  return {
    service: {
      name: 'codepipeline',
      signingNames: ['codepipeline'],
      model: loadModel('codepipeline'),
      operations: {},
      rooms,
    },
    ruleTarget: { service: 'codepipeline', needsRole: true, accepts: () => false, deliver: missing },
  };
}
