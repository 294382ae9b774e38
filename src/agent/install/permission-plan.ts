import { statSync } from 'node:fs';
import type { Permission } from '../appspec/appspec-permission.ts';
import type { Install, Instruction, Targets } from './install-plan.ts';

/** The steps that set owners and modes: only on what this install makes, each object once. */
export function planPermissions({ appSpec, destinations }: Install, targets: Targets): readonly Instruction[] {
  const seen = new Set<string>();
  return appSpec.permissions.flatMap((permission) => {
    const placed = { ...permission, object: destinations.place(permission.object) };
    return objectsOf(placed, targets).flatMap((file) => {
      refuseTwice(seen, file);
      return instructions(permission, file);
    });
  });
}

function objectsOf(permission: Permission, { copies, directories }: Targets): readonly string[] {
  const { object, types } = permission;
  if (copies.has(object)) {
    if (!types.includes('file')) return [];
    refusePatternOnFile(permission);
    return [object];
  }
  if (!directories.has(object) && statSync(object, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return [...(types.includes('file') ? copies.keys() : []), ...(types.includes('directory') ? directories : [])].filter(
    (path) => covers(permission, path),
  );
}

function instructions({ owner, group, mode }: Permission, file: string): readonly Instruction[] {
  // The owner first: a change of owner takes set-uid bits away.
  return [
    ...(owner === undefined && group === undefined ? [] : [{ type: 'chown' as const, file, owner, group }]),
    ...(mode === undefined ? [] : [{ type: 'chmod' as const, file, mode }]),
  ];
}

/** `**` reaches all levels (as AWS's agent does, unlike its manual); a pattern with names in it only what lies directly in the object. */
export function covers({ object, pattern, except }: Permission, path: string): boolean {
  const base = object.endsWith('/') ? object : `${object}/`;
  if (!path.startsWith(base)) return false;
  const name = path.slice(base.length);
  if (except.some((glob) => matches(glob, name))) return false;
  return pattern === '**' || matches(pattern, name);
}

/** `*` stands for any characters of one name; nothing else is special. Linear in the length of the name for each star. */
function matches(glob: string, name: string): boolean {
  if (name.includes('/')) return false;
  const [head = '', ...rest] = glob.split('*');
  const tail = rest.pop();
  if (tail === undefined) return name === glob;
  if (!name.startsWith(head) || name.length < head.length + tail.length || !name.endsWith(tail)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found === -1 || found + part.length > name.length - tail.length) return false;
    at = found + part.length;
  }
  return true;
}

function refusePatternOnFile({ object, pattern, except }: Permission): void {
  if (pattern !== '**') {
    throw new Error(
      `The deployment failed because the application specification file includes an object (${object}) with an invalid pattern ` +
        `(${pattern}), such as a pattern for a file applied to a directory. Correct the permissions section of the AppSpec file, and then try again.`,
    );
  }
  if (except.length > 0) {
    throw new Error(
      `The deployment failed because the except parameter for a pattern in the permissions section (${JSON.stringify(except)}) for the ` +
        `object named ${object} contains an invalid format. Update the AppSpec file, and then try again.`,
    );
  }
}

function refuseTwice(seen: Set<string>, file: string): void {
  if (seen.has(file)) {
    throw new Error(
      `The deployment failed because the permissions setting for (${file}) is specified more than once in the application specification ` +
        'file. Update the files section of the AppSpec file, and then try again.',
    );
  }
  seen.add(file);
}
