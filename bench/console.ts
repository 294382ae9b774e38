import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetPipelineStateCommand } from '@aws-sdk/client-codepipeline';
import type { Browser } from 'playwright-core';
import { startVelocius } from '../src/main.ts';
import { CHROMIUM, openBrowser } from '../test/harness/browser.ts';
import { dummyProvider } from '../test/harness/dummy-provider.ts';
import { action, create, pipeline, QUIET, source, stage, start, untilStatus } from '../test/harness/pipelines.ts';
import { clientsOf, REGION } from '../test/harness/server.ts';
import { makeArtifactBucketAt } from './artifact-bucket.ts';
import { median } from './order.ts';

export interface ConsoleFigures {
  /** From asking for the page of a pipeline, with an empty cache, to its buttons and states being there, in milliseconds. */
  readonly interactive: number;
  /** Scripts and style sheets of that page as they were sent, in kB. */
  readonly bundle: number;
  /** From the end of an action, as the server has it, to the page showing it, in milliseconds. */
  readonly shown: number;
}

const NAME = 'viewed';
const PAST = 200;
const ROUNDS = 7;

/** The page of a pipeline with 200 past executions, in a real browser; undefined where there is none. */
export async function measureConsole(): Promise<ConsoleFigures | undefined> {
  if (CHROMIUM === undefined) return undefined;
  const data = await mkdtemp(join(tmpdir(), 'velocius-bench-'));
  const dummy = dummyProvider();
  const settings = { host: '127.0.0.1', port: 0, data, database: undefined, account: '000000000000' };
  const velocius = await startVelocius(
    { ...settings, runner: 'process', rootKey: undefined, strict: false },
    { providers: dummy.providers },
  );
  const { codepipeline } = clientsOf(velocius.endpoint);
  await makeArtifactBucketAt(velocius.endpoint);
  const compile = action('Compile', { configuration: { Outcome: 'wait' } });
  const browser = await openBrowser();
  try {
    await create(codepipeline, pipeline(NAME, [stage('Source', source()), stage('Build', compile)], QUIET));
    const runOnce = async () => {
      dummy.release('Compile');
      await untilStatus(codepipeline, NAME, await start(codepipeline, NAME), 'Succeeded');
    };
    for (let past = 0; past < PAST; past += 1) await runOnce();
    const views = [];
    for (let round = 0; round < ROUNDS; round += 1) views.push(await firstView(browser, velocius.endpoint));
    const shown: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await start(codepipeline, NAME);
      const seen = await seenAt(browser, velocius.endpoint, () => dummy.release('Compile'));
      await untilStatus(codepipeline, NAME, id, 'Succeeded');
      const { stageStates = [] } = await codepipeline.send(new GetPipelineStateCommand({ name: NAME }));
      shown.push(seen - (stageStates[1]?.actionStates?.[0]?.latestExecution?.lastStatusChange?.getTime() ?? 0));
    }
    return {
      interactive: median(views.map(({ milliseconds }) => milliseconds)),
      bundle: median(views.map(({ bytes }) => bytes)) / 1_000,
      shown: median(shown),
    };
  } finally {
    await browser.close();
    codepipeline.destroy();
    await velocius.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** In a context of its own, whose cache is empty. */
async function firstView(browser: Browser, endpoint: string): Promise<{ milliseconds: number; bytes: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let bytes = 0;
  page.on('response', (response) => {
    if (/\.(?:js|css)$/.test(response.url())) bytes += Number(response.headers()['content-length'] ?? 0);
  });
  const began = performance.now();
  await page.goto(`${endpoint}/console/pipelines/${NAME}?region=${REGION}`);
  await page.getByRole('button', { name: 'Release change' }).waitFor();
  await page.getByRole('article', { name: 'Action Compile' }).getByText('Succeeded').waitFor();
  const milliseconds = performance.now() - began;
  await context.close();
  return { milliseconds, bytes };
}

/** When a page that is open shows that the action has ended, in milliseconds since the epoch, by the page's own clock. */
async function seenAt(browser: Browser, endpoint: string, end: () => void): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${endpoint}/console/pipelines/${NAME}?region=${REGION}`);
  await page.getByText('Live', { exact: true }).waitFor();
  await page.getByRole('article', { name: 'Action Compile' }).getByText('In progress').waitFor();
  const seen = page.evaluate<number>(`new Promise((resolve) => {
    const card = document.querySelector('[aria-label="Action Compile"]');
    new MutationObserver(() => card.textContent.includes('Succeeded') && resolve(Date.now()))
      .observe(card, { subtree: true, childList: true, characterData: true });
  })`);
  end();
  const time = await seen;
  await context.close();
  return time;
}
