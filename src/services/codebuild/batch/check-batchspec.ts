import { isServiceError } from '../../../kernel/service-error.ts';
import type { BatchFacts } from '../batch-facts.ts';
import type { Batchspec, BatchTask } from '../batchspec.ts';
import { checkEnvironment } from '../project/check-project.ts';
import { combines, ownerOf } from './batch-artifacts.ts';
import { taskEnvironment } from './task-facts.ts';

/** What is wrong with the builds that a batch has read, in words; undefined when nothing is. */
export function wrongWith({ tasks }: Batchspec, facts: BatchFacts): string | undefined {
  const { maximumBuildsAllowed } = facts.config.restrictions ?? {};
  if (maximumBuildsAllowed !== undefined && tasks.length > maximumBuildsAllowed)
    return `The batch has ${tasks.length} builds: the project allows ${maximumBuildsAllowed}`;
  return tasks.map((task) => wrongWithTask(task, facts)).find((wrong) => wrong !== undefined) ?? orphanOf(tasks, facts);
}

function wrongWithTask(task: BatchTask, { config, environment: given }: BatchFacts): string | undefined {
  const environment = taskEnvironment(given, task);
  const allowed = config.restrictions?.computeTypesAllowed ?? [];
  if (allowed.length > 0 && !allowed.includes(environment.computeType))
    return `The compute type ${environment.computeType} of ${task.identifier} is not allowed: ${allowed.join(', ')} are`;
  try {
    checkEnvironment(environment);
    return undefined;
  } catch (error) {
    if (isServiceError(error)) return `${task.identifier}: ${error.message}`;
    throw error;
  }
}

/** An output of the pipeline that no build would make. */
function orphanOf(tasks: readonly BatchTask[], facts: BatchFacts): string | undefined {
  if (combines(facts)) return undefined;
  const identifiers = tasks.map(({ identifier }) => identifier);
  const orphan = facts.pipeline?.outputs.find(({ name }) => ownerOf(name, identifiers) === undefined);
  return (
    orphan &&
    `No build of the batch makes the output artifact ${orphan.name}: it is named for none of ${identifiers.join(', ')}`
  );
}
