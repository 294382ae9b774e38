#!/usr/bin/env node
import { Command } from 'commander';
import { start } from './start.ts';

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
  .action(start);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`velocius: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
