import { type BatchTask, MAX_BUILDS } from '../batchspec.ts';
import type { YamlFile } from '../buildspec/yaml-file.ts';
import { yamlError } from '../phase-failure.ts';
import { computeTypeOf, ENVIRONMENT_KEYS, readTaskEnvironment } from './read-task-environment.ts';

/** One value of everything that varies, by the name of what varies. */
type Combination = Readonly<Record<string, string>>;

const BUILDSPEC = 'buildspec';
const IMAGE = 'image';
const COMPUTE_TYPE = 'compute-type';
/** Apart from the others, for a variable may have any of their names. */
const variable = (name: string) => `variables.${name}`;

/** A build for every combination of what varies; the last that varies changes first. */
export function readMatrix(file: YamlFile, path: readonly string[]): readonly BatchTask[] {
  file.section(path, ['static', 'dynamic']);
  const fixed = [...path, 'static'];
  file.section(fixed, ['ignore-failure', 'env']);
  const environment = readTaskEnvironment(file, [...fixed, 'env']);
  const ignoreFailure = file.flag([...fixed, 'ignore-failure']);
  return combinationsOf(readAxes(file, [...path, 'dynamic'])).map((combination, index) => {
    const computeType = combination[COMPUTE_TYPE];
    return {
      identifier: `build${index}`,
      buildspec: combination[BUILDSPEC],
      dependsOn: undefined,
      ignoreFailure,
      environment: {
        ...environment,
        image: combination[IMAGE] ?? environment.image,
        computeType: computeType === undefined ? environment.computeType : computeTypeOf(computeType),
        variables: { ...environment.variables, ...variablesOf(combination) },
      },
    };
  });
}

type Axis = readonly [name: string, values: readonly string[]];

function readAxes(file: YamlFile, path: readonly string[]): readonly Axis[] {
  file.section(path, [BUILDSPEC, 'env']);
  const env = file.section([...path, 'env'], ENVIRONMENT_KEYS);
  const other = Object.keys(env).find(
    (key) => ENVIRONMENT_KEYS.includes(key) && ![COMPUTE_TYPE, IMAGE, 'variables'].includes(key),
  );
  if (other !== undefined) throw yamlError(`${path.join('.')}.env.${other} cannot vary: it belongs to static`);
  const names = Object.keys(file.section([...path, 'env', 'variables'], undefined));
  const axes: readonly Axis[] = [
    [BUILDSPEC, file.texts([...path, BUILDSPEC])],
    [IMAGE, file.texts([...path, 'env', IMAGE])],
    [COMPUTE_TYPE, file.texts([...path, 'env', COMPUTE_TYPE])],
    ...names.map((name): Axis => [variable(name), file.texts([...path, 'env', 'variables', name])]),
  ];
  return axes.filter(([, values]) => values.length > 0);
}

function combinationsOf(axes: readonly Axis[]): readonly Combination[] {
  const count = axes.reduce((product, [, values]) => product * values.length, 1);
  if (count > MAX_BUILDS) throw yamlError(`The batch has ${count} builds: more than ${MAX_BUILDS} are not allowed`);
  return axes.reduce<readonly Combination[]>(
    (combinations, [name, values]) =>
      combinations.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
}

function variablesOf(combination: Combination): Record<string, string> {
  const prefix = variable('');
  return Object.fromEntries(
    Object.entries(combination).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}
