import type { ProjectRow } from '../../../store/projects.ts';
import { mergedFacts } from '../merged-facts.ts';
import { settingsOf } from '../project-settings.ts';
import type { StartBuildBatchInput } from '../shapes.ts';
import { mergedBatchConfig } from './batch-config.ts';
import type { BatchFacts } from './batch-facts.ts';

/** The project's settings with what StartBuildBatch says instead, checked together. */
export function mergedBatchFacts(project: ProjectRow, input: StartBuildBatchInput, initiator: string): BatchFacts {
  const { buildTimeoutInMinutesOverride, reportBuildBatchStatusOverride, buildBatchConfigOverride, ...common } = input;
  const config = mergedBatchConfig(settingsOf(project).buildBatchConfig, buildBatchConfigOverride, project.account);
  const facts = mergedFacts(
    project,
    {
      ...common,
      timeoutInMinutesOverride: buildTimeoutInMinutesOverride,
      reportBuildStatusOverride: reportBuildBatchStatusOverride,
    },
    initiator,
  );
  return { ...facts, config };
}
