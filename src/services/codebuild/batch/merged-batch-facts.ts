import type { ProjectRow } from '../../../store/codebuild/projects.ts';
import type { BatchFacts } from '../batch-facts.ts';
import { mergedBatchConfig } from '../project/batch-config.ts';
import { mergedFacts } from '../project/merged-facts.ts';
import { settingsOf } from '../project/project-settings.ts';
import type { StartBuildBatchInput } from '../shapes.ts';

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
