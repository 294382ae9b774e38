import { findActionExecution } from '../store/codepipeline/action-executions.ts';
import { findRuleExecution } from '../store/codepipeline/rule-executions.ts';
import type { Reader } from '../store/database.ts';

/** The action execution of that id, or the evaluation of a rule that does what an action does. */
export async function whoWaits(reader: Reader, id: string) {
  return (await findActionExecution(reader, id)) ?? (await findRuleExecution(reader, id));
}
