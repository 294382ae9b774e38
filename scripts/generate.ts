/**
 * Writes everything that is generated from the models. `--check` writes nothing and fails when a file is not up to date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadModel } from '../src/kernel/model.ts';
import { generateShapes } from './generate-shapes.ts';

/** Service folder under src/services -> model under models/. */
const SERVICES: Readonly<Record<string, string>> = {
  codebuild: 'codebuild',
  codecommit: 'codecommit',
  codedeploy: 'codedeploy',
  'codedeploy-commands': 'codedeploy-commands',
  codepipeline: 'codepipeline',
  events: 'events',
  logs: 'logs',
  s3: 's3',
  sts: 'sts',
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

if (check && stale > 0) process.exitCode = 1;
