import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { outcomeReporter } from './test/harness/outcome-reporter.ts';

const inCi = (process.env.CI ?? 'false') !== 'false';

const ALL = ['test/**/*.test.ts', 'src/**/*.test.ts'];

/**
 * Files that talk to servers in their own process share that process from file to file: loading the product and the SDK anew
 * for each would cost as much as the tests. Those that start engines, agents and browsers or change the code stand apart.
 */
const TOGETHER = ['wire', 'properties', 'scenarios', 'contracts/store'].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ['test/harness/global-setup.ts'],
    reporters: ['default', outcomeReporter(inCi)],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
      { extends: true, test: { name: 'apart', include: ALL, exclude: [...configDefaults.exclude, ...TOGETHER] } },
    ],
    // For the servers that tests start as processes, fifty times in a row: where `velocius` itself keeps what it has compiled.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/velocius', import.meta.url)) },
  },
});
