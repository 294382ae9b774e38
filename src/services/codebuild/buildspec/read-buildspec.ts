import type { CommandPhase } from '../build-facts.ts';
import { type PhaseFailure, yamlError } from '../phase-failure.ts';
import {
  type ArtifactsSpec,
  type Buildspec,
  type BuildspecPhase,
  COMMAND_PHASES,
  phaseKey,
  type StoredVariable,
} from './buildspec.ts';
import { YamlFile } from './yaml-file.ts';

const ARTIFACT_KEYS = [
  'files',
  'name',
  'base-directory',
  'discard-paths',
  'exclude-paths',
  'enable-symlinks',
  's3-prefix',
];
const ENV_KEYS = [
  'shell',
  'variables',
  'exported-variables',
  'parameter-store',
  'secrets-manager',
  'git-credential-helper',
];
const TOP_KEYS = ['version', 'run-as', 'env', 'proxy', 'batch', 'phases', 'reports', 'artifacts', 'cache'];
const PHASE_KEYS = ['commands', 'finally', 'run-as', 'on-failure'];
const VARIABLE_NAME = /^[A-Za-z_]\w*$/;

/**
 * Reads a buildspec of version 0.2 or 0.1; its `batch` says nothing to a single build. Throws PhaseFailure YAML_FILE_ERROR.
 *
 * Gaps: run-as another user and on-failure RETRY fail by name; reports, cache, proxy,
 * runtime-versions and git-credential-helper are accepted and remarked upon.
 */
export function readBuildspec(content: string): Buildspec {
  const file = new YamlFile(content);
  const version = readVersion(file);
  file.section([], version === '0.1' ? [...TOP_KEYS, 'environment_variables'] : TOP_KEYS);
  refuseMissing(file);
  remarkIdle(file);
  const phases = file.section(['phases'], COMMAND_PHASES.map(phaseKey));
  if (Object.keys(phases).length === 0) throw yamlError('The buildspec has no phases');
  return {
    version,
    shell: readShell(file),
    variables: file.pairs(version === '0.1' ? ['environment_variables', 'plaintext'] : ['env', 'variables']),
    storedVariables: readStored(file),
    exportedVariables: readExported(file),
    phases: readPhases(file, phases),
    ...readArtifacts(file, version),
    remarks: file.remarks,
  };
}

export function readVersion(file: YamlFile): Buildspec['version'] {
  const version = file.text(['version']);
  if (version === '0.1' || version === '0.2') return version;
  throw yamlError(
    version === undefined ? 'The buildspec has no version' : `The buildspec version ${version} is not supported`,
  );
}

function refuseMissing(file: YamlFile): void {
  file.section(['env'], ENV_KEYS);
  refuseUser(file, ['run-as']);
}

function refuseUser(file: YamlFile, path: readonly string[]): void {
  const user = file.text(path) ?? 'root';
  if (user !== 'root') throw missing(`${path.join('.')}: ${user}`);
}

function missing(what: string): PhaseFailure {
  return yamlError(`${what} in a buildspec is not implemented by this server`);
}

function remarkIdle(file: YamlFile): void {
  const top = file.section([], undefined);
  for (const key of ['reports', 'cache', 'proxy']) {
    if (key in top) file.remark(`${key} in the buildspec is accepted, and has no effect on this server`);
  }
  if (file.flag(['env', 'git-credential-helper']))
    file.remark('git-credential-helper is accepted, and has no effect on this server');
  const install = file.section(['phases', 'install'], [...PHASE_KEYS, 'runtime-versions']);
  if ('runtime-versions' in install) {
    file.remark(
      'Skipping install of runtimes. Runtime version selection is not supported by this build image: the build has what its image or machine has',
    );
  }
}

function readShell(file: YamlFile): Buildspec['shell'] {
  const shell = file.text(['env', 'shell']) ?? 'sh';
  if (shell === 'bash' || shell === '/bin/bash') return 'bash';
  if (shell === 'sh' || shell === '/bin/sh') return 'sh';
  throw yamlError(`env.shell ${shell} is not supported: use bash or /bin/sh`);
}

function readStored(file: YamlFile): readonly StoredVariable[] {
  const keptAs = (key: string, type: StoredVariable['type']) =>
    Object.entries(file.pairs(['env', key])).map(([name, value]) => ({ name, type, value }));
  return [...keptAs('parameter-store', 'PARAMETER_STORE'), ...keptAs('secrets-manager', 'SECRETS_MANAGER')];
}

function readExported(file: YamlFile): readonly string[] {
  const names = file.texts(['env', 'exported-variables']);
  const wrong = names.find((name) => !VARIABLE_NAME.test(name) || name.startsWith('AWS_'));
  if (wrong !== undefined) throw yamlError(`env.exported-variables: ${wrong} cannot be exported`);
  return names;
}

function readPhases(file: YamlFile, present: Readonly<Record<string, unknown>>): Buildspec['phases'] {
  const found = COMMAND_PHASES.filter((phase) => phaseKey(phase) in present);
  return Object.fromEntries(found.map((phase) => [phase, readPhase(file, phase)]));
}

function readPhase(file: YamlFile, phase: CommandPhase): BuildspecPhase {
  const path = ['phases', phaseKey(phase)];
  if (phase !== 'INSTALL') file.section(path, PHASE_KEYS);
  refuseUser(file, [...path, 'run-as']);
  return {
    commands: file.texts([...path, 'commands'], 'Commands'),
    finally: file.texts([...path, 'finally'], 'Finally'),
    onFailure: readOnFailure(file, [...path, 'on-failure']),
  };
}

function readOnFailure(file: YamlFile, path: readonly string[]): BuildspecPhase['onFailure'] {
  const text = file.text(path)?.toUpperCase();
  if (text === undefined || text === 'ABORT' || text === 'CONTINUE') return text;
  if (text.startsWith('RETRY')) throw missing(`${path.join('.')}: RETRY`);
  throw yamlError(`${path.join('.')} must be ABORT or CONTINUE`);
}

function readArtifacts(
  file: YamlFile,
  version: Buildspec['version'],
): Pick<Buildspec, 'artifacts' | 'secondaryArtifacts'> {
  const keys = [...ARTIFACT_KEYS, 'secondary-artifacts', ...(version === '0.1' ? ['type'] : [])];
  const section = file.section(['artifacts'], keys);
  const secondary = Object.keys(file.section(['artifacts', 'secondary-artifacts'], undefined));
  const main = Object.keys(section).filter((key) => key !== 'secondary-artifacts');
  return {
    artifacts: main.length === 0 ? undefined : readArtifact(file, ['artifacts']),
    secondaryArtifacts: Object.fromEntries(
      secondary.map((name) => {
        const path = ['artifacts', 'secondary-artifacts', name];
        file.section(path, ARTIFACT_KEYS);
        return [name, readArtifact(file, path)];
      }),
    ),
  };
}

function readArtifact(file: YamlFile, path: readonly string[]): ArtifactsSpec {
  return {
    files: file.texts([...path, 'files']),
    name: file.text([...path, 'name']),
    baseDirectory: file.text([...path, 'base-directory']),
    discardPaths: file.flag([...path, 'discard-paths']),
    excludePaths: file.texts([...path, 'exclude-paths']),
    enableSymlinks: file.flag([...path, 'enable-symlinks']),
    s3Prefix: file.text([...path, 's3-prefix']),
  };
}
