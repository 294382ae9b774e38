import { AppSpecError, absolutePath, fields } from './appspec-fields.ts';

/** Who may do what with files and directories that the deployment made. */
export interface Permission {
  readonly object: string;
  /** `**` for all below the object, else a pattern of names directly in it, in which `*` stands for anything. */
  readonly pattern: string;
  readonly except: readonly string[];
  readonly types: readonly ('file' | 'directory')[];
  readonly owner: string | undefined;
  readonly group: string | undefined;
  readonly mode: number | undefined;
}

const AGAIN = 'Update the permissions section of the AppSpec file, and then try again.';

/** Gaps: `acls` and `context` (SELinux) are refused by name. */
export function readPermission(value: unknown): Permission {
  const given = fields(value, 'An entry of the permissions section');
  const object = optionalText(given.object)?.trim() ?? '';
  if (object === '') {
    throw new AppSpecError(
      `The deployment failed because a permission listed in the application specification file has no object value. ${AGAIN}`,
    );
  }
  for (const name of ['acls', 'context']) {
    if (given[name] !== undefined && given[name] !== null) {
      throw new AppSpecError(`The ${name} setting of the permission for ${object} is not supported by this agent`);
    }
  }
  return {
    object: absolutePath(object),
    pattern: optionalText(given.pattern) ?? '**',
    except: texts(given.except, `except of the permission for ${object}`),
    types: readTypes(given.type, object),
    owner: readAccount(given.owner),
    group: readAccount(given.group),
    mode: readMode(optionalText(given.mode)),
  };
}

function readTypes(value: unknown, object: string): Permission['types'] {
  if (value === undefined || value === null) return ['file', 'directory'];
  return texts(value, `type of the permission for ${object}`).map((type) => {
    if (type === 'file' || type === 'directory') return type;
    throw new AppSpecError(
      'The deployment failed because the application specification file specifies a permission for an object type not supported ' +
        `for permissions (${type}). ${AGAIN}`,
    );
  });
}

/** YAML 1.2 reads both `755` and `0755` as the number 755, which is what was meant. */
function readMode(mode: string | undefined): number | undefined {
  if (mode === undefined) return undefined;
  if (mode.length > 4) {
    throw new AppSpecError(
      `The deployment failed because the length of a permissions mode (${mode}) in the application specification file is invalid. ` +
        `Permissions modes must be between one and four characters long. ${AGAIN}`,
    );
  }
  const wrong = /[^0-7]/.exec(mode)?.[0];
  if (wrong !== undefined || mode === '') {
    throw new AppSpecError(
      `The deployment failed because the permissions mode (${mode}) in the application specification file contains an invalid ` +
        `character (${wrong ?? ''}). ${AGAIN}`,
    );
  }
  return Number.parseInt(mode, 8);
}

function readAccount(value: unknown): string | undefined {
  const name = optionalText(value);
  if (name === undefined || /^[A-Za-z0-9_][A-Za-z0-9_.@-]*\$?$/.test(name)) return name;
  throw new AppSpecError(
    `The owner or group ${JSON.stringify(name)} of the permissions section is no name of an account`,
  );
}

function texts(value: unknown, what: string): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new AppSpecError(`The ${what} must be a list`);
  return value.map(String);
}

function optionalText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
