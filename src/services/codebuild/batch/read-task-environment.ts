import { loadModel, shapeOf } from '../../../kernel/model.ts';
import type { TaskEnvironment } from '../batchspec.ts';
import type { YamlFile } from '../buildspec/yaml-file.ts';
import { yamlError } from '../phase-failure.ts';
import type { ComputeType, EnvironmentType } from '../shapes.ts';

export const ENVIRONMENT_KEYS = ['compute-type', 'fleet', 'image', 'privileged-mode', 'type', 'variables'];

/** The `env` of a task. */
export function readTaskEnvironment(file: YamlFile, path: readonly string[]): TaskEnvironment {
  const section = file.section(path, ENVIRONMENT_KEYS);
  if ('fleet' in section) throw yamlError(`${path.join('.')}.fleet is not implemented by this server`);
  const computeType = file.text([...path, 'compute-type']);
  const type = file.text([...path, 'type']);
  return {
    type: type === undefined ? undefined : environmentType(type),
    image: file.text([...path, 'image']),
    computeType: computeType === undefined ? undefined : computeTypeOf(computeType),
    privilegedMode: 'privileged-mode' in section ? file.flag([...path, 'privileged-mode']) : undefined,
    variables: file.pairs([...path, 'variables']),
  };
}

export function computeTypeOf(text: string): ComputeType {
  if (isOneOf<ComputeType>('ComputeType', text)) return text;
  throw yamlError(`${text} is no compute type`);
}

function environmentType(text: string): EnvironmentType {
  if (isOneOf<EnvironmentType>('EnvironmentType', text)) return text;
  throw yamlError(`${text} is no environment type`);
}

/** The model has the words of the enum. */
function isOneOf<Word extends string>(shape: string, text: string): text is Word {
  return shapeOf(loadModel('codebuild'), shape).enum?.includes(text) ?? false;
}
