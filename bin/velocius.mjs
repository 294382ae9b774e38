#!/usr/bin/env node
// Understood by every Node: one that is too old hands over to the Node that `npm ci` brought.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0] = process.versions.node.split('.').map(Number);
const script = fileURLToPath(new URL('../src/cli/velocius.ts', import.meta.url));
const brought = ['node/bin/node', 'node/bin/node.exe']
  .map((name) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url)))
  .find(existsSync);

if (major >= 24) {
  await import('../src/cli/velocius.ts');
} else if (brought === undefined) {
  process.stderr.write(
    `velocius: this is Node ${process.versions.node}, and velocius needs 24 or newer. \`npm ci\` in the checkout brings one of its own.\n`,
  );
  process.exitCode = 2;
} else {
  const child = spawn(brought, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
}
