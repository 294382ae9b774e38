import { type Options, readConfig } from '../config.ts';
import { startVelocius } from '../main.ts';

/** Serves until it is told to stop. */
export async function start(options: Options): Promise<void> {
  const velocius = await startVelocius(readConfig(options, process.env));
  process.stdout.write(`velocius is ready at ${velocius.endpoint}\n`);
  const signal = await new Promise<string>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  process.stderr.write(`velocius stops on ${signal}\n`);
  await velocius.close();
}
