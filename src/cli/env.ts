import { ConfigError, endpointOf, readConfig } from '../config.ts';

export interface EnvOptions {
  readonly shell?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
}

const DEFAULT_REGION = 'us-east-1';

/** A token of other credentials spoils every signature, and a profile is preferred to keys by some SDKs. */
const IN_THE_WAY = ['AWS_SESSION_TOKEN', 'AWS_PROFILE'];

type Shell = readonly [set: (name: string, value: string) => string, unset: (name: string) => string];

const SHELLS: Readonly<Record<string, Shell>> = {
  bash: [(name, value) => `export ${name}=${quoteForBash(value)}`, (name) => `unset ${name}`],
  fish: [
    (name, value) => `set -gx ${name} '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
    (name) => `set -e ${name}`,
  ],
  powershell: [(name, value) => `$Env:${name} = '${value.replaceAll("'", "''")}'`, (name) => `Remove-Item Env:${name}`],
};

/** Prints what points the AWS CLI and the SDKs to this server. */
export async function env(options: EnvOptions): Promise<void> {
  const config = readConfig({}, process.env);
  const region = options.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? DEFAULT_REGION;
  const settings = {
    AWS_ENDPOINT_URL: options.endpoint ?? endpointOf(config.host, config.port),
    AWS_ACCESS_KEY_ID: config.rootKey?.accessKeyId ?? 'test',
    AWS_SECRET_ACCESS_KEY: config.rootKey?.secretAccessKey ?? 'test',
    AWS_DEFAULT_REGION: region,
  };
  const [set, unset] = shellOf(options.shell ?? process.env.SHELL);
  for (const name of IN_THE_WAY.filter((each) => process.env[each])) process.stdout.write(`${unset(name)}\n`);
  for (const [name, value] of Object.entries(settings)) process.stdout.write(`${set(name, value)}\n`);
}

/** A shell by its name, or by its path as in $SHELL; whatever is not known there is taken for a POSIX shell. */
function shellOf(shell = 'bash'): Shell {
  const name = shell.split('/').at(-1) ?? shell;
  const posix = ['sh', 'dash', 'zsh', 'ksh'].includes(name) || shell.includes('/') ? SHELLS.bash : undefined;
  const known = Object.hasOwn(SHELLS, name) ? SHELLS[name] : posix;
  if (known === undefined) {
    throw new ConfigError(`--shell ${shell} is not known: give one of ${Object.keys(SHELLS).join(', ')}.`);
  }
  return known;
}

function quoteForBash(value: string): string {
  return /^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
