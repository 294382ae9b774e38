import { parse } from 'yaml';
import { AppSpecError, absolutePath, fields } from './appspec-fields.ts';
import { type Permission, readPermission } from './appspec-permission.ts';

/** An application specification file: which files go where, with which permissions, and which scripts run when. */
export interface AppSpec {
  readonly files: readonly FileMapping[];
  readonly permissions: readonly Permission[];
  readonly hooks: ReadonlyMap<string, readonly Script[]>;
  /** In capitals; undefined when the file leaves it to the deployment. */
  readonly fileExistsBehavior: string | undefined;
}

export interface FileMapping {
  /** Relative to the root of the revision; empty for all of it. */
  readonly source: string;
  readonly destination: string;
}

export interface Script {
  readonly location: string;
  readonly runas: string | undefined;
  readonly timeoutSeconds: number;
}

const AGAIN = 'of the AppSpec file, and then try again.';

/** Reads the text of an `appspec.yml`; what is wrong with it is said in an AppSpecError, mostly in the words of AWS's agent. */
export function readAppSpec(text: string): AppSpec {
  const spec = fields(parseYaml(text), 'The application specification file');
  checkVersion(spec.version);
  checkSystem(spec.os);
  return {
    files: list(spec.files, 'files').map(readFileMapping),
    permissions: list(spec.permissions, 'permissions').map(readPermission),
    hooks: new Map(Object.entries(fields(spec.hooks ?? {}, 'The hooks section')).map(readHook)),
    fileExistsBehavior: readFileExistsBehavior(spec.file_exists_behavior),
  };
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new AppSpecError(`The application specification file is no YAML: ${words}`);
  }
}

function checkVersion(version: unknown): void {
  if (version === 0) return;
  throw new AppSpecError(
    `The deployment failed because an invalid version value (${version ?? ''}) was entered in the application specification file. ` +
      'Make sure your AppSpec file specifies "0.0" as the version, and then try again.',
  );
}

function checkSystem(os: unknown): void {
  if (os === 'linux') return;
  throw new AppSpecError(
    `The deployment failed because the application specification file specifies an unsupported operating system (${os ?? ''}). ` +
      'Specify either "linux" or "windows" in the os section of the AppSpec file, and then try again.',
  );
}

function readFileExistsBehavior(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value).toUpperCase();
}

function readFileMapping(value: unknown): FileMapping {
  const { source, destination } = fields(value, 'An entry of the files section');
  if (source === undefined || source === null) {
    throw new AppSpecError(
      'The deployment failed because the application specification file specifies a destination file, but no source file. ' +
        `Update the files section ${AGAIN}`,
    );
  }
  if (destination === undefined || destination === null) {
    throw new AppSpecError(
      `The deployment failed because the application specification file specifies only a source file (${source}). ` +
        `Add the name of the destination file to the files section ${AGAIN}`,
    );
  }
  return { source: insideRevision(String(source)), destination: absolutePath(String(destination)) };
}

function readHook([event, value]: [string, unknown]): [string, readonly Script[]] {
  if (!Array.isArray(value)) throw new AppSpecError(`The hook ${event} of the AppSpec file must be a list of scripts`);
  return [event, value.map(readScript)];
}

function readScript(value: unknown): Script {
  const { location, runas, timeout = null, sudo } = fields(value, 'A script of the hooks section');
  if (location === undefined || location === null || String(location).trim() === '') {
    throw new AppSpecError(
      'The deployment failed because the application specification file specifies a script with no location value. ' +
        `Specify the location in the hooks section ${AGAIN}`,
    );
  }
  if (sudo !== undefined && sudo !== null && sudo !== false) {
    throw new AppSpecError(`The sudo setting of the script ${location} is not supported by this agent; use runas`);
  }
  return {
    location: insideRevision(String(location).trim()),
    runas: runas === undefined || runas === null ? undefined : userName(String(runas).trim()),
    timeoutSeconds: readTimeout(timeout),
  };
}

function readTimeout(timeout: unknown): number {
  const seconds = timeout === null ? 3600 : Number.parseInt(String(timeout), 10);
  if (seconds > 0) return seconds;
  throw new AppSpecError(
    'The deployment failed because an invalid timeout value was provided for a script in the application specification file. ' +
      `Make corrections in the hooks section ${AGAIN}`,
  );
}

function userName(name: string): string {
  if (/^[A-Za-z0-9_][A-Za-z0-9_.@-]*\$?$/.test(name)) return name;
  throw new AppSpecError(`The runas user ${JSON.stringify(name)} of the AppSpec file is no user name`);
}

/** As in AWS's agent a leading slash means the root of the revision, so that `/` is all of it; nothing leads out of it. */
function insideRevision(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (!parts.includes('..') && !path.includes('\0')) return parts.join('/');
  throw new AppSpecError(
    `The deployment failed because the application specification file names a path outside the revision (${path}). ` +
      `Correct the path in the files or hooks section ${AGAIN}`,
  );
}

function list(value: unknown, section: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new AppSpecError(`The ${section} section of the AppSpec file must be a list`);
  return value;
}
