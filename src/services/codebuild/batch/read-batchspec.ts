import { type Batchspec, type BatchTask, DOWNLOAD_SOURCE, MAX_BUILDS } from '../batchspec.ts';
import { readVersion } from '../buildspec/read-buildspec.ts';
import { YamlFile } from '../buildspec/yaml-file.ts';
import { type PhaseFailure, yamlError } from '../phase-failure.ts';
import { readMatrix } from './read-matrix.ts';
import { readTaskEnvironment } from './read-task-environment.ts';

const TYPES = ['build-list', 'build-graph', 'build-matrix', 'build-fanout'];
const TASK_KEYS = ['identifier', 'buildspec', 'debug-session', 'env', 'ignore-failure'];
/** Characters: what many builds have in common is kept with each. */
const MAX_LENGTH = 4 * 1024 ** 2;
const IDENTIFIER = /^[\w-]{1,128}$/;

/**
 * Reads the `batch` section of a buildspec. Throws PhaseFailure YAML_FILE_ERROR.
 *
 * Gaps: debug-session and fleets fail by name. Builds of a matrix and of a fan-out are named build0, build1 ... in the order of their
 * combinations (AWS does not say what it names them). codebuild-tests-run, which splits tests in AWS's images, is not there.
 */
export function readBatchspec(content: string): Batchspec {
  const file = new YamlFile(content);
  readVersion(file);
  const section = file.section(['batch'], ['fast-fail', ...TYPES]);
  const types = TYPES.filter((type) => type in section);
  const [type] = types;
  if (type === undefined)
    throw yamlError(`The buildspec has no batch to build: batch needs one of ${TYPES.join(', ')}`);
  if (types.length > 1) throw yamlError(`A batch can have only one of ${types.join(', ')}`);
  const tasks = readTasks(file, type);
  if (tasks.length > MAX_BUILDS) throw tooMany(tasks.length);
  checkTasks(tasks);
  if (JSON.stringify(tasks).length > MAX_LENGTH) throw yamlError('The builds of the batch say too much together');
  return { fastFail: file.flag(['batch', 'fast-fail']), tasks };
}

function readTasks(file: YamlFile, type: string): readonly BatchTask[] {
  const path = ['batch', type];
  if (type === 'build-matrix') return readMatrix(file, path);
  if (type === 'build-fanout') return readFanout(file, path);
  const paths = file.items(path);
  if (paths.length === 0) throw yamlError(`batch.${type} is empty`);
  return paths.map((item) => readTask(file, item, type === 'build-graph'));
}

function readTask(file: YamlFile, path: readonly string[], isGraph: boolean): BatchTask {
  file.section(path, isGraph ? [...TASK_KEYS, 'depend-on'] : TASK_KEYS);
  const identifier = file.text([...path, 'identifier']);
  if (identifier === undefined) throw yamlError(`${path.join('.')} has no identifier`);
  if (file.flag([...path, 'debug-session']))
    throw yamlError(`${path.join('.')}.debug-session is not implemented by this server`);
  return {
    identifier,
    buildspec: file.text([...path, 'buildspec']),
    dependsOn: isGraph ? file.texts([...path, 'depend-on']) : undefined,
    ignoreFailure: file.flag([...path, 'ignore-failure']),
    environment: readTaskEnvironment(file, [...path, 'env']),
  };
}

function readFanout(file: YamlFile, path: readonly string[]): readonly BatchTask[] {
  file.section(path, ['parallelism', 'ignore-failure']);
  const text = file.text([...path, 'parallelism']) ?? '';
  const parallelism = Number(text);
  if (!/^\d+$/.test(text) || parallelism < 1) throw yamlError('batch.build-fanout.parallelism must be a number from 1');
  if (parallelism > MAX_BUILDS) throw tooMany(parallelism);
  const ignoreFailure = file.flag([...path, 'ignore-failure']);
  return Array.from({ length: parallelism }, (_, index) => ({
    identifier: `build${index}`,
    buildspec: undefined,
    dependsOn: undefined,
    ignoreFailure,
    environment: { variables: {} },
  }));
}

function tooMany(count: number): PhaseFailure {
  return yamlError(`The batch has ${count} builds: more than ${MAX_BUILDS} are not allowed`);
}

function checkTasks(tasks: readonly BatchTask[]): void {
  const known = new Set<string>();
  for (const { identifier } of tasks) {
    if (!IDENTIFIER.test(identifier) || identifier === DOWNLOAD_SOURCE)
      throw yamlError(`${JSON.stringify(identifier)} is no identifier of a build: letters, digits, _ and - are`);
    if (known.has(identifier)) throw yamlError(`Two builds of the batch have the identifier ${identifier}`);
    known.add(identifier);
  }
  for (const { identifier, dependsOn = [] } of tasks) {
    const absent = dependsOn.find((name) => !known.has(name));
    if (absent !== undefined) throw yamlError(`${identifier} depends on ${absent}, which is no build of the batch`);
  }
  refuseCircle(tasks);
}

function refuseCircle(tasks: readonly BatchTask[]): void {
  let left = tasks;
  for (;;) {
    const names = new Set(left.map(({ identifier }) => identifier));
    const next = left.filter(({ dependsOn = [] }) => dependsOn.some((name) => names.has(name)));
    if (next.length === 0) return;
    if (next.length === left.length)
      throw yamlError(`Builds of the batch depend on each other in a circle: ${[...names].join(', ')}`);
    left = next;
  }
}
