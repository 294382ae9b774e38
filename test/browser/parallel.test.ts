import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, CHROMIUM, openBrowser, overflow, type Visitor, visit } from '../harness/browser.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import {
  actionsOf,
  approval,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  start,
  untilStatus,
} from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const NAME = 'beside';

describe.skipIf(CHROMIUM === undefined)('a PARALLEL pipeline in a browser (needs Chromium)', () => {
  let server: TestServer;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  const ids: string[] = [];
  const client = () => server.codepipeline;

  beforeAll(async () => {
    const { providers } = dummyProvider();
    [server, browser] = await Promise.all([startTestServer('sqlite', {}, { providers }), openBrowser()]);
    const stages = [
      stage('Source', source()),
      stage('Gate', approval('Approve', { configuration: { CustomData: 'Look at the figures first' } })),
    ];
    await create(client(), pipeline(NAME, stages, { ...QUIET, executionMode: 'PARALLEL' }));
    for (let count = 0; count < 3; count += 1) ids.push(await start(client(), NAME));
    await waitFor('all to wait for approval', async () => {
      const all = await Promise.all(ids.map((id) => actionsOf(client(), NAME, id)));
      return all.every((attempts) => attempts.length === 2) ? true : undefined;
    });
    visitor = await visit(browser, server.endpoint, `/pipelines/${NAME}`);
    page = visitor.page;
  });
  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await browser.close();
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const id = (place: number) => ids[place] ?? '';
  const execution = (place: number) => page.getByRole('article', { name: `Execution ${id(place).slice(-8)}` });

  it('shows every execution that is under way, and approves the one that is meant', async () => {
    await page.getByRole('heading', { name: 'Executions under way (3)' }).waitFor();
    // What each does stands with it; of the stages there is nothing to tell.
    expect(await page.getByText('Not run yet').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await execution(1).getByRole('button', { name: 'Review' }).click();
    await page.getByRole('dialog').getByText('Look at the figures first').waitFor();
    await page.getByLabel('Comment').fill('the middle one');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await untilStatus(client(), NAME, id(1), 'Succeeded');
    await execution(1).waitFor({ state: 'detached' });
    await execution(0).getByText('Gate / Approve', { exact: true }).waitFor();
    const [, decided] = await actionsOf(client(), NAME, id(1));
    expect(decided).toMatchObject({ output: { executionResult: { externalExecutionSummary: 'the middle one' } } });
  });

  it('stands in the list of all with the stages of its latest execution', async () => {
    const list = await visit(browser, server.endpoint, '/pipelines');
    const row = list.page.getByRole('row').filter({ hasText: NAME });
    await row.getByTitle('Source: Succeeded').waitFor();
    await row.getByTitle('Gate: InProgress').waitFor();
    expect(list.complaints).toEqual([]);
    await list.close();
  });

  it('says why it cannot be rolled back, as it cannot at AWS', async () => {
    await page.getByRole('button', { name: 'Actions for stage Gate' }).click();
    const item = page.getByRole('menuitem', { name: 'Roll back' });
    expect(await item.getAttribute('aria-disabled')).toBe('true');
    await item.hover();
    await page
      .getByText(/^AWS rolls back no PARALLEL/)
      .filter({ visible: true })
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('stops the one that is meant', async () => {
    await execution(2)
      .getByRole('button', { name: /^Stop execution/ })
      .click();
    await page.getByRole('radio', { name: 'Stop and abandon' }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await untilStatus(client(), NAME, id(2), 'Stopped');
    await page.getByRole('heading', { name: 'Executions under way (1)' }).waitFor();
  });

  it('rejects and tries again from the page of an execution', async () => {
    await execution(0)
      .getByRole('link', { name: id(0).slice(-8) })
      .click();
    await page.getByRole('heading', { name: /^Execution / }).waitFor();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Reject' }).click();
    await untilStatus(client(), NAME, id(0), 'Failed');
    await page.getByRole('button', { name: 'Retry Gate' }).click();
    await page.getByRole('menuitem', { name: 'Retry failed actions' }).click();
    await page.getByText('The failed actions of Gate are tried again.').waitFor();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await untilStatus(client(), NAME, id(0), 'Succeeded');
    await page.getByRole('button', { name: 'Review' }).waitFor({ state: 'detached' });
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await overflow(page)).toBe(0);
  });
});
