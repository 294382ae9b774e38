import type { Events } from '../../events/events.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Log } from '../../kernel/log.ts';
import type { Call, Operation } from '../../kernel/operation.ts';
import type { Connections } from '../../ports/connections.ts';
import type { CredentialIssuer } from '../../ports/credentials.ts';
import type { LogStreams } from '../../ports/logs.ts';
import type { Objects } from '../../ports/objects.ts';
import type { RemoteRepositories } from '../../ports/remote-repositories.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { StoredValues } from '../../ports/stored-values.ts';
import type { RunnerOptions } from '../../runners/runner-options.ts';
import type { Secrets } from '../../secrets/secrets.ts';
import type { Database } from '../../store/database.ts';
import type { Work } from '../../work/work.ts';
import type { Operations } from './shapes.ts';

export interface CodeBuildRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  readonly work: Work;
  readonly objects: Objects;
  readonly repositories: Repositories;
  readonly connections: Connections;
  readonly remotes: RemoteRepositories;
  readonly logs: LogStreams;
  /** What variables of types PARAMETER_STORE and SECRETS_MANAGER name. */
  readonly stored: StoredValues;
  readonly credentials: CredentialIssuer;
  /** Seals what builds sign in to git hosts with. */
  readonly secrets: Secrets;
  /** Where repositories of GitHub are. */
  readonly githubUrl: string;
  /** Where builds have their directories. */
  readonly directory: string;
  /** Which runner builds run on: `auto` takes the first that passes its self-test, never the plain process. */
  readonly runner: 'auto' | 'docker' | 'bubblewrap' | 'process';
  readonly runnerOptions?: RunnerOptions | undefined;
  /** Builds under way at once on this node; the others wait in QUEUED. */
  readonly concurrentBuilds?: number | undefined;
  /** Base URL of this server as builds reach it; known only once the port is open. */
  readonly endpoint: () => string;
}

export type CodeBuildCall = Call<CodeBuildRooms>;

/** An operation of the service, by its name in the model. */
export type CodeBuildOperation<Name extends keyof Operations> = Operation<
  Operations[Name]['input'],
  Operations[Name]['output'],
  CodeBuildRooms
>;
