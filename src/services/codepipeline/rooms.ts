import type { EngineRooms } from '../../engine/engine-rooms.ts';
import type { Log } from '../../kernel/log.ts';
import type { CredentialIssuer } from '../../ports/credentials.ts';
import type { GitReader } from '../../ports/git-events.ts';
import type { Objects } from '../../ports/objects.ts';

/** What the operations of CodePipeline work with. */
export interface CodePipelineRooms extends EngineRooms {
  readonly outward: Outward;
  /** For the artifacts of jobs. */
  readonly credentials: CredentialIssuer;
  /** Of an account in a region. */
  readonly maxPipelines: number;
  /** Those of them with a polled source. */
  readonly maxPolledPipelines: number;
  /** Repositories whose events start pipelines. */
  readonly git: GitReader;
  readonly log: Log;
  /** How long executions are kept after their end. */
  readonly historyDays: number;
  /** How long artifacts are kept after their execution's end; undefined: as long as their bucket. */
  readonly artifactDays: number | undefined;
  readonly objects: Objects;
}

/** How the world outside sees this server, and where the server sees the world. */
export interface Outward {
  /** Base URL under which others reach this server; undefined: the one its caller used. */
  readonly publicUrl: string | undefined;
  /** Base URL of GitHub's API. */
  readonly githubApi: string;
}
