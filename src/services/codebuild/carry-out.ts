import { deliverArtifacts } from './artifacts/deliver-artifacts.ts';
import { inPhase } from './attempt/in-phase.ts';
import type { Performance } from './attempt/performance.ts';
import { downloadSource, provision, type Ready } from './attempt/provision.ts';
import { runPhase } from './attempt/run-phase.ts';
import { readBatch } from './batch/read-batch.ts';
import { DOWNLOAD_SOURCE } from './batchspec.ts';
import type { CommandPhase } from './build-facts.ts';
import { COMMAND_PHASES } from './buildspec/buildspec.ts';

/** From PROVISIONING, which is under way, to the end. Throws when the build is interrupted, or the fault is not its own. */
export async function carryOut(performance: Performance): Promise<void> {
  const { walk, log } = performance;
  const reads = performance.facts.batch?.identifier === DOWNLOAD_SOURCE;
  const succeeded = await (reads ? readBatch(performance) : walkPhases(performance));
  await log.flush();
  walk.pass('FINALIZING');
  await walk.complete(succeeded ? 'SUCCEEDED' : 'FAILED');
}

async function walkPhases(performance: Performance): Promise<boolean> {
  const { walk, log } = performance;
  const provisioned = await inPhase(performance, 'PROVISIONING', () => provision(performance));
  if (provisioned === undefined) return false;
  await walk.enter('DOWNLOAD_SOURCE');
  log.say('Phase is DOWNLOAD_SOURCE');
  const ready = await inPhase(performance, 'DOWNLOAD_SOURCE', () => downloadSource(performance, provisioned));
  if (ready === undefined) return false;
  const { succeeded, reachedArtifacts } = await runCommandPhases(performance, ready);
  if (!reachedArtifacts) return false;
  await walk.enter('UPLOAD_ARTIFACTS');
  const delivered = await inPhase(performance, 'UPLOAD_ARTIFACTS', () => deliverArtifacts(performance, ready));
  return succeeded && delivered !== undefined;
}

interface CommandResults {
  readonly succeeded: boolean;
  readonly reachedArtifacts: boolean;
}

/** A failure before BUILD ends the build; after one in BUILD, POST_BUILD and the artifacts still have their turn. */
async function runCommandPhases(performance: Performance, ready: Ready): Promise<CommandResults> {
  let succeeded = true;
  for (const phase of COMMAND_PHASES) {
    const outcome = await runPhase(performance, ready, { phase, succeeding: succeeded });
    if (outcome.status === 'SUCCEEDED') continue;
    succeeded = false;
    if (endsBuild(phase, ready.buildspec.phases[phase]?.onFailure)) return { succeeded, reachedArtifacts: false };
  }
  return { succeeded, reachedArtifacts: true };
}

function endsBuild(phase: CommandPhase, onFailure: 'ABORT' | 'CONTINUE' | undefined): boolean {
  if (onFailure !== undefined) return onFailure === 'ABORT';
  return phase === 'INSTALL' || phase === 'PRE_BUILD';
}
