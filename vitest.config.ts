import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { outcomeReporter } from './test/harness/outcome-reporter.ts';

const inCi = (process.env.CI ?? 'false') !== 'false';

export default defineConfig({
  test: {
    globalSetup: ['test/harness/global-setup.ts'],
    include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
    reporters: ['default', outcomeReporter(inCi)],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 3,
    // For the servers that tests start as processes, fifty times in a row: where `velocius` itself keeps what it has compiled.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/velocius', import.meta.url)) },
  },
});
