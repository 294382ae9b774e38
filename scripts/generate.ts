/**
 * Writes everything that is generated from the models. `--check` writes nothing and fails when a file is not up to date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadModel } from '../src/kernel/model.ts';
import { generateParity, type ParityService } from './generate-parity.ts';
import { generateShapes } from './generate-shapes.ts';

/** Service folder under src/services -> model under models/. */
const SERVICES: Readonly<Record<string, string>> = {
  codebuild: 'codebuild',
  codecommit: 'codecommit',
  codeconnections: 'codeconnections',
  codedeploy: 'codedeploy',
  'codedeploy-commands': 'codedeploy-commands',
  codepipeline: 'codepipeline',
  'connection-setup': 'connection-setup',
  events: 'events',
  logs: 'logs',
  s3: 's3',
  sns: 'sns',
  sts: 'sts',
  watch: 'watch',
};

const check = process.argv.includes('--check');
let stale = 0;

function put(path: string, content: string): void {
  const url = new URL(`../${path}`, import.meta.url);
  if (existsSync(url) && readFileSync(url, 'utf8') === content) return;
  stale += 1;
  if (check) console.error(`${path} is not up to date: run \`npm run generate\``);
  else {
    writeFileSync(url, content);
    console.log(`wrote ${path}`);
  }
}

for (const [service, model] of Object.entries(SERVICES)) {
  put(`src/services/${service}/shapes.ts`, generateShapes(loadModel(model)));
}

put('docs/parity.md', generateParity(await Promise.all(Object.entries(SERVICES).map(parityOf))));

async function parityOf([service, model]: [string, string]): Promise<ParityService> {
  const room: unknown = await import(`../src/services/${service}/index.ts`);
  const answered = new Set(Object.keys(tableOf(room, service)));
  return { service, model: loadModel(model), answered };
}

/** A service's `operations`: one row for each operation it answers. */
function tableOf(room: unknown, service: string): object {
  const table = typeof room === 'object' && room !== null && 'operations' in room ? room.operations : undefined;
  if (typeof table !== 'object' || table === null)
    throw new Error(`${service}/index.ts exports no table of operations`);
  return table;
}

if (check && stale > 0) process.exitCode = 1;
