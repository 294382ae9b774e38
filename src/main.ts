import { mkdir } from 'node:fs/promises';
import { type Config, endpointOf, sqliteFile } from './config.ts';
import { protocolsOf } from './gateway/protocols.ts';
import { type Address, serve } from './gateway/server.ts';
import { systemClock } from './kernel/clock.ts';
import { randomIds } from './kernel/ids.ts';
import { writeLog } from './kernel/log.ts';
import { keepSecretKey } from './secrets/secret-key.ts';
import { createSecrets } from './secrets/secrets.ts';
import { openDatabase } from './store/open.ts';
import type { Outside } from './wiring/ground.ts';
import { wire } from './wiring/house.ts';
import { Worker } from './work/worker.ts';

/** A running server. */
export interface Velocius {
  readonly address: Address;
  /** Base URL of the server, such as `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Wires all rooms together and opens the port. */
export async function startVelocius(config: Config, outside: Outside = {}): Promise<Velocius> {
  const clock = outside.clock ?? systemClock;
  const ids = outside.ids ?? randomIds;
  const log = outside.log ?? writeLog((line) => process.stderr.write(line), clock);
  await mkdir(config.data, { recursive: true });
  const secrets = createSecrets(config.secretKey ?? (await keepSecretKey(config.data, ids)), ids);
  const stopping = new AbortController();
  const place = { sqliteFile: sqliteFile(config), url: config.database };
  const database = await openDatabase(place, { log, hurry: stopping.signal });
  const { leaseMs } = outside;
  const worker = new Worker({ database, clock, log, node: ids.uuid(), ...(leaseMs === undefined ? {} : { leaseMs }) });
  const house = wire(config, outside, { clock, ids, log, secrets, database, worker });
  const { keys, services, edges } = house;

  const gateway = await serve(config, {
    keys,
    clock,
    ids,
    log,
    trustedProxies: config.trustedProxies ?? [],
    screenRules: { onlyLoopbackHosts: config.rootKey === undefined },
    edges,
    protocols: protocolsOf({ services, s3: house.s3, strict: config.strict }),
  }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const endpoint = endpointOf(gateway.address.host, gateway.address.port);
  await house.open(endpoint);
  await worker.start();
  return {
    address: gateway.address,
    endpoint,
    close: async () => {
      stopping.abort();
      await gateway.close();
      house.close();
      await worker.stop();
      await database.close();
    },
  };
}
