import type { ActionExecutionDetail, PipelineExecution } from '@aws-sdk/client-codepipeline';
import { statusWord } from '../../parts/status/status.tsx';

export interface Compared {
  readonly what: string;
  readonly one: string;
  readonly other: string;
  readonly differs: boolean;
}

export interface Side {
  readonly execution: PipelineExecution | undefined;
  readonly attempts: readonly ActionExecutionDetail[];
}

/** Rows of facts: status, version, revisions, variables, then every action with its status and time, and its configuration. */
export function compareExecutions(
  one: Side,
  other: Side,
  timeOf: (attempt: ActionExecutionDetail) => string,
): readonly Compared[] {
  const [first, second] = [factsOf(one, timeOf), factsOf(other, timeOf)];
  return [...new Set([...first.keys(), ...second.keys()])].map((what) => {
    const [mine, theirs] = [first.get(what) ?? '-', second.get(what) ?? '-'];
    // Times always differ a little, which nobody wants to have pointed out.
    const differs = mine.replace(/, [\d. hms]+$/, '') !== theirs.replace(/, [\d. hms]+$/, '');
    return { what, one: mine, other: theirs, differs };
  });
}

function factsOf(
  { execution, attempts }: Side,
  timeOf: (attempt: ActionExecutionDetail) => string,
): Map<string, string> {
  const facts = new Map<string, string>();
  facts.set('Status', statusWord(execution?.status));
  facts.set('Version of the pipeline', String(execution?.pipelineVersion ?? '-'));
  for (const { name, revisionId, revisionSummary = '' } of execution?.artifactRevisions ?? [])
    facts.set(`Revision of ${name}`, `${revisionId?.slice(0, 8)} ${revisionSummary}`);
  for (const { name, resolvedValue = '' } of execution?.variables ?? [])
    facts.set(`#{variables.${name}}`, resolvedValue);
  for (const attempt of attempts) {
    const { stageName, actionName, input, output } = attempt;
    const action = `${stageName} / ${actionName}`;
    facts.set(action, timeOf(attempt));
    for (const [key, value] of Object.entries(input?.resolvedConfiguration ?? {}))
      facts.set(`${action}: ${key}`, value);
    for (const [key, value] of Object.entries(output?.outputVariables ?? {}))
      facts.set(`${action}: #{${input?.namespace ?? ''}.${key}}`, value);
  }
  return facts;
}
