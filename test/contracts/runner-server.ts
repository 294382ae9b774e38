/** A stand-in for a server: opens the build told on stdin, runs its script there, and ends with its exit code. */
import { readFileSync } from 'node:fs';
import { chooseRunner } from '../../src/runners/choose-runner.ts';
import type { ServerTask } from './runner-bench.ts';

const task: ServerTask = JSON.parse(readFileSync(0, 'utf8'));
const runner = await chooseRunner(task.name, task.directory, task.options);
const sandbox = await runner.open(task.request);
const { exitCode } = await sandbox.run({
  argv: ['sh', '-c', task.script],
  environment: {},
  cwd: sandbox.directory,
  output: (chunk) => process.stdout.write(chunk),
  signal: new AbortController().signal,
});
await sandbox.close();
process.exitCode = exitCode;
