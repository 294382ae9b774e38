import { type Options, readConfig } from '../config.ts';
import { startVelocius } from '../main.ts';

/** Serves until it is told to stop; told twice, it stops at once. */
export async function start(options: Options): Promise<void> {
  const velocius = await startVelocius(readConfig(options, process.env));
  process.stdout.write(`velocius is ready at ${velocius.endpoint}\n`);
  const signal = await new Promise<string>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  process.stderr.write(`velocius stops on ${signal}\n`);
  process.once('SIGINT', () => process.exit(1));
  process.once('SIGTERM', () => process.exit(1));
  await velocius.close();
  // Whatever a handler that does not end still holds open.
  process.exit(0);
}
