import type { BatchConfig } from '../batch-facts.ts';
import { MAX_BUILDS } from '../batchspec.ts';
import { invalidInput } from '../errors.ts';
import type { ProjectBuildBatchConfig } from '../shapes.ts';
import { checkRole } from './check-role.ts';

const DEFAULT_MINUTES = 480;
const MIN_MINUTES = 5;
const MAX_MINUTES = 2160;

/** What CodeBuild refuses in a project's settings for batches. Nothing at all, as `{}` is, means that it builds none. */
export function checkBatchConfig(config: ProjectBuildBatchConfig | undefined, account: string): void {
  const { serviceRole, timeoutInMins, restrictions } = config ?? {};
  if (serviceRole !== undefined) checkRole(serviceRole, account);
  if (timeoutInMins !== undefined && (timeoutInMins < MIN_MINUTES || timeoutInMins > MAX_MINUTES))
    throw invalidInput(
      `Invalid build batch config: timeoutInMins must be from ${MIN_MINUTES} to ${MAX_MINUTES} minutes`,
    );
  const maximum = restrictions?.maximumBuildsAllowed;
  if (maximum !== undefined && (maximum < 1 || maximum > MAX_BUILDS))
    throw invalidInput(`Invalid build batch config: maximumBuildsAllowed must be from 1 to ${MAX_BUILDS}`);
}

/**
 * The project's settings with what StartBuildBatch says instead, member by member.
 *
 * Gaps: batchReportMode and fleetsAllowed are kept and do nothing: no status is reported to git hosts, and there are no fleets.
 */
export function mergedBatchConfig(
  project: ProjectBuildBatchConfig | undefined,
  override: ProjectBuildBatchConfig | undefined,
  account: string,
): BatchConfig {
  const given = Object.fromEntries(Object.entries(override ?? {}).filter(([, value]) => value !== undefined));
  const merged: ProjectBuildBatchConfig = { ...project, ...given };
  if (merged.serviceRole === undefined)
    throw invalidInput('Invalid project: the project has no buildBatchConfig with a service role for batch builds');
  checkBatchConfig(merged, account);
  return { ...merged, serviceRole: merged.serviceRole, timeoutInMins: merged.timeoutInMins ?? DEFAULT_MINUTES };
}
