#!/usr/bin/env node
import { Command } from 'commander';

// Commands are loaded when they are run: an agent need not hold the server in its memory.
const program = new Command('velocius').description(
  'Continuous delivery that speaks AWS CodePipeline and really runs the pipelines',
);

program
  .command('start')
  .description('serve until stopped')
  .option('--host <address>', 'address to bind (127.0.0.1)')
  .option('--port <number>', 'port to bind, 0 for any free one (4566)')
  .option('--data <directory>', 'where everything is kept (./velocius-data)')
  .option('--database <url>', 'postgres://... instead of SQLite in the data directory')
  .option('--account <id>', 'account of the root key (000000000000)')
  .option('--runner <name>', 'docker, bubblewrap or process (the first of the two that works)')
  .action(async (options) => (await import('./start.ts')).start(options));

program
  .command('agent')
  .description('perform deployments on this host, as the agent that CodeDeploy commands')
  .option('--endpoint <url>', 'command service to poll (AWS_ENDPOINT_URL, else http://127.0.0.1:4566)')
  .option('--region <name>', 'region to sign for (AWS_REGION)')
  .option('--host-identifier <arn>', 'IAM user ARN this host is registered under (AWS_HOST_IDENTIFIER)')
  .option('--root <directory>', 'where the agent keeps revisions and its books (./codedeploy-agent)')
  .option(
    '--destination-root <directory>',
    'put all that appspecs install below this directory, and start scripts in it',
  )
  .option('--max-revisions <number>', 'revisions to keep of each deployment group (5)')
  .option('--s3-endpoint <url>', 'where bundles are fetched from (the endpoint)')
  .option('--config <file>', "codedeployagent.yml of AWS's agent, for what is not given otherwise")
  .action(async (options) => (await import('./agent.ts')).agent(options));

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`velocius: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
