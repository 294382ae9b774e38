import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { explain } from './explain.ts';

/** Exit codes: 0 it went well, 1 it failed, 2 it was called wrongly. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { message, exitCode } = explain(error);
    process.stderr.write(`velocius: ${message}\n`);
    return exitCode;
  }
}

/** Each command's file is loaded only when it is called: help and credentials are asked for often, the server once. */
function program(): Command {
  const velocius = new Command('velocius')
    .description('Continuous delivery that speaks AWS CodePipeline and really runs the pipelines.')
    .version(version(), '-v, --version')
    .showHelpAfterError('(--help tells more)')
    .exitOverride();

  serverOptions(velocius.command('start').description('serve until stopped'))
    .option('--account <id>', 'account of the root key (000000000000)')
    .action(async (options) => (await import('./start.ts')).start(options));

  velocius
    .command('lab')
    .description('watch a whole delivery on this machine, from git push to the deployed page')
    .option('--port <number>', 'port of the server, 0 for any free one (4566)')
    .option('--directory <directory>', 'where everything is kept; a temporary directory otherwise')
    .option('--database <url>', 'postgres://... instead of SQLite')
    .option('--once', 'end after the first delivery, as where there is no terminal')
    .option('--stay', 'serve on after it even where there is no terminal')
    .action(async (options) => (await import('./lab/lab.ts')).lab(options));

  velocius
    .command('agent')
    .description('perform deployments on this host, for CodeDeploy')
    .option('--endpoint <url>', 'the server ($AWS_ENDPOINT_URL, http://127.0.0.1:4566)')
    .option('--region <name>', 'region of the deployments ($AWS_REGION)')
    .option('--host-identifier <arn>', 'ARN this host is registered under')
    .option('--root <directory>', 'where the agent keeps revisions and logs')
    .option('--destination-root <directory>', 'below which everything is deployed, instead of the whole host')
    .option('--max-revisions <number>', 'revisions kept for each deployment group')
    .option('--s3-endpoint <url>', 'where revisions are fetched, when not from the server')
    .option('--config <file>', "codedeployagent.yml of AWS's agent")
    .action(async (options) => (await import('./agent.ts')).agent(options));

  velocius
    .command('connection')
    .description(
      'complete a connection to a git host: where it is and as whom to sign in, which AWS asks for in its console',
    )
    .argument('<arn>', 'ConnectionArn that CreateConnection answered')
    .option(
      '--clone-url <url>',
      'https://git.example.com/{repository}.git; by default that of the provider or of its host',
    )
    .option('--username <name>', 'as whom git signs in (what the provider expects beside a token)')
    .option('--password-file <file>', 'file with the password or token, - for standard input')
    .option('--webhook-secret-file <file>', 'file with the secret that the git host signs its webhook deliveries with')
    .option('--new-webhook-secret', 'make such a secret, and print it')
    .option('--endpoint <url>', 'the server ($AWS_ENDPOINT_URL, http://127.0.0.1:4566)')
    .action(async (arn, options) => (await import('./connection.ts')).completeConnection(arn, options));

  velocius
    .command('env')
    .description('print the settings that point the AWS CLI and SDKs here: eval "$(velocius env)"')
    .option('--shell <name>', 'bash, fish or powershell (told by $SHELL)')
    .option('--endpoint <url>', 'the server (http://127.0.0.1:4566, or by $VELOCIUS_HOST and $VELOCIUS_PORT)')
    .option('--region <name>', 'region of your resources ($AWS_REGION, us-east-1)')
    .action(async (options) => (await import('./env.ts')).env(options));

  velocius
    .command('git-credential')
    .description(
      "git's credential helper for repositories served here: git config credential.helper '!velocius git-credential'",
    )
    .argument('<deed>', 'get, store or erase, as git calls it')
    .action(async (deed) => (await import('./git-credential.ts')).gitCredential(deed));

  serverOptions(velocius.command('doctor').description('say what is missing here, and how to get it')).action(
    async (options) => (await import('./doctor.ts')).doctor(options),
  );
  return velocius;
}

function serverOptions(command: Command): Command {
  return command
    .option('--host <address>', 'address to bind (127.0.0.1)')
    .option('--port <number>', 'port to bind, 0 for any free one (4566)')
    .option('--data <directory>', 'where everything is kept (./velocius-data)')
    .option('--database <url>', 'postgres://... instead of SQLite in the data directory')
    .option('--runner <name>', 'where builds run: docker, bubblewrap or process (the first of the two that works)');
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}
