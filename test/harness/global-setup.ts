import { startPostgres } from './postgres-server.ts';

/** Starts the PostgreSQL server that all test files share; each makes databases of its own in it. */
export async function setup({
  provide,
}: {
  provide: (key: 'postgres', value: string) => void;
}): Promise<() => Promise<void>> {
  const server = await startPostgres();
  provide('postgres', server.url);
  return () => server.stop();
}

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the PostgreSQL server, without a database name. */
    postgres: string;
  }
}
