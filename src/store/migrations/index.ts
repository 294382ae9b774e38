import type { Migration } from '../migrate.ts';
import { foundation } from './0001-foundation.ts';
import { codepipeline } from './0002-codepipeline.ts';
import { codecommit } from './0003-codecommit.ts';
import { s3 } from './0004-s3.ts';
import { codebuild } from './0005-codebuild.ts';
import { codedeploy } from './0006-codedeploy.ts';
import { events } from './0007-events.ts';
import { logs } from './0008-logs.ts';
import { retriesAndRollbacks } from './0010-retries-and-rollbacks.ts';
import { conditions } from './0011-conditions.ts';
import { jobs } from './0012-jobs.ts';
import { starts } from './0013-starts.ts';
import { connections } from './0014-connections.ts';
import { sns } from './0016-sns.ts';
import { waiters } from './0017-waiters.ts';
import { deliveriesInOrder } from './0018-deliveries-in-order.ts';
import { outboxQueue } from './0019-outbox-queue.ts';
import { sweptArtifacts } from './0026-swept-artifacts.ts';
import { buildBatches } from './0033-build-batches.ts';
import { agents } from './0043-agents.ts';
import { keptEvents } from './0044-kept-events.ts';
import { enabledTransitions } from './0050-enabled-transitions.ts';
import { sourceCredentials } from './0051-source-credentials.ts';
import { deliveriesByTime } from './0053-deliveries-by-time.ts';
import { jobPermissions } from './0055-job-permissions.ts';
import { lastRetry } from './0060-last-retry.ts';

/** Every step, in order. Steps are appended, never changed. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  codepipeline,
  codecommit,
  s3,
  codebuild,
  codedeploy,
  events,
  logs,
  retriesAndRollbacks,
  conditions,
  jobs,
  starts,
  connections,
  sns,
  waiters,
  deliveriesInOrder,
  outboxQueue,
  sweptArtifacts,
  buildBatches,
  agents,
  keptEvents,
  enabledTransitions,
  sourceCredentials,
  deliveriesByTime,
  jobPermissions,
  lastRetry,
];
