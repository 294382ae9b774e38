#!/usr/bin/env node
// Understood by every Node, so that one that is too old says so instead of stumbling over TypeScript.
const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 24) {
  process.stderr.write(
    `velocius: this is Node ${process.versions.node}, and velocius needs 24 or newer. The checkout brings one of its own: call \`npm run -s velocius -- ${process.argv.slice(2).join(' ')}\` there, or node_modules/.bin/node src/cli/velocius.ts.\n`,
  );
  process.exitCode = 2;
} else {
  await import('../src/cli/velocius.ts');
}
