import { mkdir, realpath } from 'node:fs/promises';
import { Agent } from '../agent/agent.ts';
import { below, wholeHost } from '../agent/install/destinations.ts';
import { placesBelow } from '../agent/places.ts';
import { type AgentOptions, type AgentSettings, readSettings } from '../agent/settings.ts';
import { claim } from '../agent/sole-agent.ts';
import { commandService } from '../agent/wire/command-service.ts';
import type { Remote } from '../agent/wire/signed-request.ts';
import { ConfigError } from '../config.ts';
import { systemClock } from '../kernel/clock.ts';
import { writeLog } from '../kernel/log.ts';

/** What the agent tells services of itself. */
const VERSION = 'VELOCIUS_0.1.0';

/** Performs deployments on this host until it is told to stop; then ends what it has in hand, or drops that when told again. */
export async function agent(options: AgentOptions): Promise<void> {
  const settings = await settingsOf(options);
  const log = writeLog((line) => process.stderr.write(line), systemClock);
  await mkdir(settings.root, { recursive: true });
  const root = await realpath(settings.root);
  await claim(root);
  const service = commandService(remote(settings.endpoint, 'codedeploy-commands', settings), {
    identifier: settings.hostIdentifier,
    version: VERSION,
  });
  const host = await hostOf(settings, root);
  process.stdout.write(`velocius agent polls ${settings.endpoint.origin} for ${settings.hostIdentifier}\n`);
  await new Agent({ service, host, log }).run(stopOnSignal());
}

/** Settings that cannot be are the caller's to mend, as those of the server are. */
async function settingsOf(options: AgentOptions): Promise<AgentSettings> {
  try {
    return await readSettings(options, process.env);
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error));
  }
}

async function hostOf(settings: AgentSettings, root: string) {
  if (settings.destinationRoot !== undefined) await mkdir(settings.destinationRoot, { recursive: true });
  const destinations = settings.destinationRoot === undefined ? wholeHost : below(settings.destinationRoot);
  const directory = settings.destinationRoot ?? process.cwd();
  return {
    places: placesBelow(root),
    destinations,
    s3: remote(settings.s3Endpoint, 's3', settings),
    maxRevisions: settings.maxRevisions,
    environment:
      settings.destinationRoot === undefined
        ? settings.environment
        : { ...settings.environment, VELOCIUS_DESTINATION_ROOT: destinations.place('/').replace(/\/$/, '') },
    directory,
    clock: systemClock,
  };
}

function remote(endpoint: URL, service: string, { region, keys }: AgentSettings): Remote {
  return { endpoint, service, region, keys: () => keys, clock: systemClock };
}

function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  const onSignal = (signal: string): void => {
    if (stop.signal.aborted) process.exit(1);
    process.stderr.write(`velocius agent stops on ${signal} when its running events have ended\n`);
    stop.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return stop.signal;
}
