import { ConfigError, endpointOf, readConfig } from '../config.ts';

export interface EnvOptions {
  readonly shell?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
}

const DEFAULT_REGION = 'us-east-1';

type Assign = (name: string, value: string) => string;

const SHELLS: Readonly<Record<string, Assign>> = {
  bash: (name, value) => `export ${name}=${quoteForBash(value)}`,
  fish: (name, value) => `set -gx ${name} '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  powershell: (name, value) => `$Env:${name} = '${value.replaceAll("'", "''")}'`,
};

/** Prints what points the AWS CLI and the SDKs to this server. */
export async function env(options: EnvOptions): Promise<void> {
  const assign = shellOf(options.shell ?? process.env.SHELL);
  const config = readConfig({}, process.env);
  const region = options.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? DEFAULT_REGION;
  const settings = {
    AWS_ENDPOINT_URL: options.endpoint ?? endpointOf(config.host, config.port),
    AWS_ACCESS_KEY_ID: config.rootKey?.accessKeyId ?? 'test',
    AWS_SECRET_ACCESS_KEY: config.rootKey?.secretAccessKey ?? 'test',
    AWS_DEFAULT_REGION: region,
  };
  for (const [name, value] of Object.entries(settings)) process.stdout.write(`${assign(name, value)}\n`);
}

/** A shell by its name, or by its path as in $SHELL; whatever is not known there is taken for a POSIX shell. */
function shellOf(shell = 'bash'): Assign {
  const name = shell.split('/').at(-1) ?? shell;
  const posix = ['sh', 'dash', 'zsh', 'ksh'].includes(name) || shell.includes('/') ? SHELLS.bash : undefined;
  const assign = Object.hasOwn(SHELLS, name) ? SHELLS[name] : posix;
  if (assign === undefined) {
    throw new ConfigError(`--shell ${shell} is not known: give one of ${Object.keys(SHELLS).join(', ')}.`);
  }
  return assign;
}

function quoteForBash(value: string): string {
  return /^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
