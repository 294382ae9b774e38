import { validation } from '../errors.ts';
import type { PipelineVariableList, SourceRevisionOverrideList } from '../shapes.ts';
import type { PipelineStart } from './start-pipeline.ts';

/** What the shaped input of an event rule says about a start: JSON with `sourceRevisions` and `variables`, each optional. */
export function readStartInput(payload: string): Pick<PipelineStart, 'variables' | 'overrides'> {
  const value = parse(payload);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw validation('The input of the pipeline is not a JSON object');
  const { sourceRevisions, variables } = value as Record<string, unknown>;
  return { overrides: readOverrides(sourceRevisions), variables: readVariables(variables) };
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    throw validation('The input of the pipeline is not JSON');
  }
}

const REVISION_TYPES: readonly unknown[] = ['COMMIT_ID', 'IMAGE_DIGEST', 'S3_OBJECT_VERSION_ID', 'S3_OBJECT_KEY'];
const MAX_REVISION = 1500;
const MAX_VALUE = 1000;
const MAX_ENTRIES = 50;

function readOverrides(value: unknown): SourceRevisionOverrideList | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length > MAX_ENTRIES || !value.every(isOverride))
    throw validation('sourceRevisions of the input is not a list of source revisions');
  return value;
}

function isOverride(value: unknown): value is SourceRevisionOverrideList[number] {
  if (typeof value !== 'object' || value === null) return false;
  const { actionName, revisionType, revisionValue } = value as Record<string, unknown>;
  return typeof actionName === 'string' && isText(revisionValue, MAX_REVISION) && REVISION_TYPES.includes(revisionType);
}

function readVariables(value: unknown): PipelineVariableList | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length > MAX_ENTRIES || !value.every(isVariable))
    throw validation('variables of the input is not a list of variables');
  return value;
}

function isVariable(value: unknown): value is PipelineVariableList[number] {
  if (typeof value !== 'object' || value === null) return false;
  const { name, value: text } = value as Record<string, unknown>;
  return typeof name === 'string' && isText(text, MAX_VALUE);
}

function isText(value: unknown, limit: number): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= limit;
}
