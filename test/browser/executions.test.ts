import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openBrowser, type SharedPages, sharedPages, wrongInAnyLook } from '../harness/browser.ts';
import { type Dummy, dummyProvider } from '../harness/dummy-provider.ts';
import {
  action,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  start,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

const NAME = 'history';

describe.skipIf(CHROMIUM === undefined)('the pages of executions (need Chromium)', () => {
  let dummy: Dummy;
  let server: TestServer;
  let browser: Browser;
  const ids: string[] = [];
  let pages: SharedPages;

  beforeAll(async () => {
    dummy = dummyProvider();
    [server, browser] = await Promise.all([
      startTestServer('sqlite', {}, { providers: dummy.providers }),
      openBrowser(),
    ]);
    pages = sharedPages(browser, server.endpoint);
    const compile = action('Compile', {
      namespace: 'Compiled',
      configuration: {
        Outcome: 'wait',
        Output: `{"Result":"fine","${'LongName'.repeat(12)}":"good"}`,
        Note: '#{variables.Reason}',
      },
    });
    await create(server.codepipeline, pipeline(NAME, [stage('Source', source()), stage('Build', compile)], QUIET));
    for (const outcome of ['succeed', 'fail'] as const) {
      const id = await start(server.codepipeline, NAME);
      await untilInside(server.codepipeline, NAME, 'Build', id);
      dummy.release('Compile', outcome);
      await untilStatus(server.codepipeline, NAME, id, outcome === 'succeed' ? 'Succeeded' : 'Failed');
      ids.push(id);
    }
  });
  afterEach(() => expect(pages.release()).toEqual([]));
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const open: SharedPages['open'] = (path, look) => pages.open(path, look);

  const row = (page: Page, id: string | undefined) => page.getByRole('row').filter({ hasText: id?.slice(-8) ?? '-' });

  it('lists, finds and filters what a pipeline has done', async () => {
    const page = await open(`/pipelines/${NAME}/executions`);
    await row(page, ids[0]).getByText('Succeeded').waitFor();
    await row(page, ids[1]).getByText('Failed').waitFor();
    await page.getByRole('button', { name: 'Status Any status' }).click();
    await page.getByRole('option', { name: 'Failed' }).click();
    await row(page, ids[0]).waitFor({ state: 'detached' });
    await page.getByPlaceholder('Find by id, revision or starter').fill(ids[1]?.slice(-8) ?? '-');
    await page.getByText('1 found').first().waitFor();
    // The address says what is shown: whoever opens it sees the same.
    const other = await open(new URL(page.url()).pathname.replace('/console', '') + new URL(page.url()).search);
    await row(other, ids[1]).waitFor();
    await other.getByText('1 found').first().waitFor();
    expect(await row(other, ids[0]).count()).toBe(0);
    await page.getByPlaceholder('Find by id, revision or starter').fill('nothing of the kind');
    await page.getByText('No execution matches.').waitFor();
  });

  it('says why one failed before anybody looks for it', async () => {
    const page = await open(`/pipelines/${NAME}/executions/${ids[1]}`);
    await page.getByText('Build / Compile failed').waitFor();
    await page.getByText('JobFailed: The dummy fails').waitFor();
    await page.getByRole('button', { name: 'Details' }).click();
    await page.getByRole('dialog', { name: 'Build / Compile' }).waitFor();
  });

  it('compares two', async () => {
    const page = await open(`/pipelines/${NAME}/executions`);
    for (const id of ids) await page.getByRole('checkbox', { name: `Choose ${id}` }).check();
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('row').filter({ hasText: 'Status' }).locator('mark').first().waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['Succeeded', 'Failed']));
  });

  it('says so where one of the two is not there', async () => {
    const page = await open(`/pipelines/${NAME}/compare/${ids[0]}/00000000-0000-0000-0000-000000000000`);
    await page.getByText('One of the executions could not be read').waitFor();
  });

  it('shows when each action ran, with what, and what came of it; a bar opens its attempt', async () => {
    const page = await open(`/pipelines/${NAME}/executions/${ids[0]}`);
    await page.getByText(/in all: .* running, .* between the actions/).waitFor();
    await page.getByText('#{Compiled.Result}').waitFor();
    await page.getByText('a test').waitFor();
    await page.getByRole('button', { name: /Build \/ Compile/ }).click();
    await page.getByRole('tab', { name: 'Output variables' }).click();
    await page.getByRole('dialog').getByText('fine').waitFor();
    await page.reload();
    await page.getByRole('dialog', { name: 'Build / Compile' }).getByText('fine').waitFor();
    await page.getByRole('tab', { name: 'Configuration' }).click();
    await page.getByRole('dialog').getByText('a test').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('attempt')).toBe(false);
  });

  it('shows what it told the bus long before anybody looked, in its order', async () => {
    const page = await open(`/pipelines/${NAME}/executions/${ids[1]}`);
    await page.getByRole('article', { name: 'Pipeline FAILED' }).waitFor();
    const told = page.getByRole('feed', { name: 'Events of the execution' }).getByRole('article');
    expect(await told.evaluateAll((articles) => articles.map((article) => article.getAttribute('aria-label')))).toEqual(
      [
        'Pipeline STARTED',
        'Stage STARTED Source',
        'Action STARTED Fetch',
        'Action SUCCEEDED Fetch',
        'Stage SUCCEEDED Source',
        'Stage STARTED Build',
        'Action STARTED Compile',
        'Action FAILED Compile',
        'Stage FAILED Build',
        'Pipeline FAILED',
      ],
    );
    await told.last().getByRole('button').click();
    await told.last().getByText(`"execution-id": "${ids[1]}"`).waitFor();
  });

  it('follows one that runs, with its events', async () => {
    const id = await start(server.codepipeline, NAME);
    await untilInside(server.codepipeline, NAME, 'Build', id);
    const page = await open(`/pipelines/${NAME}/executions/${id}`);
    await page.getByRole('button', { name: /Build \/ Compile In progress/ }).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    dummy.release('Compile');
    await page.getByRole('button', { name: /Build \/ Compile Succeeded/ }).waitFor();
    await page.getByRole('article', { name: 'Pipeline SUCCEEDED' }).waitFor();
  });

  it.each([
    ['an execution', () => `/pipelines/${NAME}/executions/${ids[1]}`],
    ['all of them', () => `/pipelines/${NAME}/executions`],
    ['two of them', () => `/pipelines/${NAME}/compare/${ids[0]}/${ids[1]}`],
  ])('have no barriers and fit, in every look: %s', async (_what, path) => {
    const page = await open(path());
    await page.getByText('Failed').first().waitFor();
    expect(await wrongInAnyLook(page)).toEqual([]);
  });
});
