import type { Events } from '../../events/events.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Log } from '../../kernel/log.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { PipelineBuilds } from '../../ports/builds.ts';
import type { CredentialIssuer } from '../../ports/credentials.ts';
import type { LogStreams } from '../../ports/logs.ts';
import type { Objects } from '../../ports/objects.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { RuleTarget } from '../../ports/rule-target.ts';
import type { Database } from '../../store/database.ts';
import type { Work, WorkHandler } from '../../work/work.ts';

export interface CodeBuildRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  readonly work: Work;
  readonly objects: Objects;
  readonly repositories: Repositories;
  readonly logs: LogStreams;
  readonly credentials: CredentialIssuer;
  /** Where builds have their directories. */
  readonly directory: string;
  /** Which runner builds run on: `auto` takes the first that passes its self-test, never the plain process. */
  readonly runner: 'auto' | 'docker' | 'bubblewrap' | 'process';
  /** Base URL of this server as builds reach it; known only once the port is open. */
  readonly endpoint: () => string;
}

export interface CodeBuild {
  readonly service: Service<CodeBuildRooms>;
  readonly builds: PipelineBuilds;
  readonly ruleTarget: RuleTarget;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

export function createCodeBuild(rooms: CodeBuildRooms): CodeBuild {
  const missing = () => Promise.reject(new Error('not built yet'));
  return {
    service: { name: 'codebuild', signingNames: ['codebuild'], model: loadModel('codebuild'), operations: {}, rooms },
    builds: { start: missing, find: missing, stop: missing },
    ruleTarget: { service: 'codebuild', needsRole: true, accepts: () => false, deliver: missing },
    workHandlers: {},
  };
}
