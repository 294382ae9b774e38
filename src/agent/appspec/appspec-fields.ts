/** What is wrong with an application specification file. */
export class AppSpecError extends Error {
  override readonly name = 'AppSpecError';
}

export type Fields = Readonly<Record<string, unknown>>;

/** A place on the host: absolute, without `..`. */
export function absolutePath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (path.startsWith('/') && !parts.includes('..') && !/[\0\n]/.test(path)) return `/${parts.join('/')}`;
  throw new AppSpecError(
    `The deployment failed because the application specification file names the destination ${JSON.stringify(path)}, which is not ` +
      `an absolute path without "..". Correct the files and permissions sections of the AppSpec file, and then try again.`,
  );
}

export function fields(value: unknown, what: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields; // -- checked right here
  throw new AppSpecError(`${what} must be a mapping of names to values`);
}
