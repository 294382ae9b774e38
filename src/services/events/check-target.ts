/**
 * What a target must be before a rule takes it. A kind of target that is not built, and every parameter that belongs to one, is
 * refused by name: a rule never holds a target that nothing is sent to.
 */
import { PREDEFINED, placeholdersOf } from '../../events/input-template.ts';
import { parseJsonPath } from '../../events/json-path.ts';
import { parseJson } from '../../events/pattern/json-node.ts';
import { parseArn } from '../../kernel/arn.ts';
import type { RuleTarget } from '../../ports/rule-target.ts';
import type { BusPlace } from '../../store/rules.ts';
import { notImplemented, validation } from './errors.ts';
import type { InputTransformer, Target } from './shapes.ts';

const NOT_BUILT = [
  'KinesisParameters',
  'RunCommandParameters',
  'EcsParameters',
  'BatchParameters',
  'SqsParameters',
  'HttpParameters',
  'RedshiftDataParameters',
  'SageMakerPipelineParameters',
  'DeadLetterConfig',
  'AppSyncParameters',
] as const;

export function checkTarget(target: Target, place: BusPlace, kinds: readonly RuleTarget[]): void {
  const arn = parseArn(target.Arn);
  if (arn === undefined) throw validation('Parameter ARN is not valid. Reason: Provided Arn is not in correct format.');
  const kind = kinds.find((each) => each.service === arn.service && each.accepts(arn));
  if (kind === undefined) throw notImplemented(`A target such as ${target.Arn}`);
  if (arn.account !== place.account || arn.region !== place.region)
    throw notImplemented(`A target of another account or region, such as ${target.Arn},`);
  if (kind.needsRole && target.RoleArn === undefined) throw validation(`RoleArn is required for target ${target.Arn}.`);
  for (const name of NOT_BUILT) if (target[name] !== undefined) throw notImplemented(`${name} of target ${target.Id}`);
  checkInput(target);
}

function checkInput({ Id, Input, InputPath, InputTransformer }: Target): void {
  const forms = [Input, InputPath, InputTransformer].filter((form) => form !== undefined);
  if (forms.length > 1)
    throw validation(`Only one of Input, InputPath, or InputTransformer must be provided for target ${Id}.`);
  if (Input !== undefined && !isJson(Input)) throw validation(`JSON syntax error in input for target ${Id}.`);
  if (InputPath !== undefined) checkPath(InputPath, `InputPath for target ${Id}`);
  if (InputTransformer !== undefined) checkTransformer(Id, InputTransformer);
}

function checkTransformer(id: string, { InputPathsMap = {}, InputTemplate }: InputTransformer): void {
  for (const [key, path] of Object.entries(InputPathsMap)) {
    if (/^aws/i.test(key))
      throw validation(`InputPathsMap for target ${id} contains a key that begins with AWS: ${key}.`);
    checkPath(path, `InputPathsMap for target ${id}`);
  }
  const known = new Set([...Object.keys(InputPathsMap), ...PREDEFINED]);
  for (const name of placeholdersOf(InputTemplate))
    if (!known.has(name)) throw validation(`InputTemplate for target ${id} contains invalid placeholder ${name}.`);
}

function checkPath(path: string, where: string): void {
  if (parseJsonPath(path) === undefined) throw validation(`${where} is not a valid JSON path: ${path}.`);
}

function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}
