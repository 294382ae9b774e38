import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openBrowser, type Visitor, visit } from '../harness/browser.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { action, create, pipeline, QUIET, source, stage, start, untilStatus } from '../harness/pipelines.ts';
import { REGION, startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const COUNT = 1_000;
const AT_ONCE = 25;
const NAMES = Array.from({ length: COUNT }, (_, index) => `many-${String(index).padStart(4, '0')}`);
const GLANCE = /\.(?:GetPipelineState|ListPipelineExecutions)$/;

describe.skipIf(CHROMIUM === undefined)('a thousand pipelines in a browser (need Chromium)', () => {
  let server: TestServer;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  const looked = new Set<string>();
  let open = 0;
  let mostOpen = 0;

  beforeAll(async () => {
    const { providers } = dummyProvider();
    [server, browser] = await Promise.all([startTestServer('sqlite', {}, { providers }), openBrowser()]);
    const stages = [stage('Source', source()), stage('Build', action('Compile'))];
    for (let at = 0; at < COUNT; at += AT_ONCE) {
      const names = NAMES.slice(at, at + AT_ONCE);
      await Promise.all(names.map((name) => create(server.codepipeline, pipeline(name, stages, QUIET))));
    }
    visitor = await visit(browser, server.endpoint, '/repositories');
    page = visitor.page;
    page.on('request', (request) => {
      if (!isGlance(request)) return;
      const { name, pipelineName } = request.postDataJSON() as { name?: string; pipelineName?: string };
      looked.add(name ?? pipelineName ?? '');
      open += 1;
      mostOpen = Math.max(mostOpen, open);
    });
    for (const event of ['requestfinished', 'requestfailed'] as const)
      page.on(event as 'requestfinished', (request) => {
        if (isGlance(request)) open -= 1;
      });
  });
  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await browser.close();
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const isGlance = (request: Request) => GLANCE.test(request.headers()['x-amz-target'] ?? '');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });

  it('looks only at those it shows', async () => {
    await page.getByRole('link', { name: 'Pipelines', exact: true }).click();
    await page.getByText(`(${COUNT})`).waitFor();
    await row('many-0047').getByText('Not run yet', { exact: true }).waitFor();
    expect(looked.size).toBe(50);
    await page.getByPlaceholder('Find a pipeline').fill('many-0997');
    await row('many-0997').getByText('Not run yet', { exact: true }).waitFor();
    expect(looked.size).toBe(51);
  });

  it('looks at all, a few at a time, to find those of a status', { timeout: 60_000 }, async () => {
    const id = await start(server.codepipeline, 'many-0500');
    await untilStatus(server.codepipeline, 'many-0500', id, 'Succeeded');
    await page.getByPlaceholder('Find a pipeline').fill('');
    await page.getByRole('button', { name: /Status of the latest execution/ }).click();
    await page.getByRole('option', { name: 'Succeeded' }).click();
    await row('many-0500').getByText('Succeeded', { exact: true }).waitFor();
    await waitFor('all to be looked at', async () => (looked.size === COUNT ? true : undefined), 40);
    // Eight, and what the browser tells of an end after the next beginning.
    expect(mostOpen).toBeLessThanOrEqual(12);
    await row('many-0499').waitFor({ state: 'detached' });
  });

  it('sorts all of them, and turns the pages, as the address says', { timeout: 60_000 }, async () => {
    const first = () => page.getByRole('row').nth(1).getByRole('link').first().textContent();
    // By keyboard: where a person clicks, the header that stays while one scrolls lies over the one of the table.
    const sortBy = async (column: string, order: string) => {
      await page.getByRole('columnheader', { name: column, exact: true }).getByRole('button').focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => new URL(page.url()).searchParams.get('sort'), { timeout: 20_000 }).toBe(order);
    };
    await page.getByRole('button', { name: /Status of the latest execution/ }).click();
    // The second is asked for before the first can be on the page.
    await page.evaluate(`
      const find = (selector, name) => [...document.querySelectorAll(selector)].find((one) => one.textContent.trim() === name);
      find('[role=option]', 'Any status').dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
      find('th', 'Started').querySelector('[role=button]').click();
    `);
    await expect.poll(() => new URL(page.url()).search).toBe(`?region=${REGION}&sort=age`);
    await expect.poll(first, { timeout: 30_000 }).not.toBe('many-0500');
    await sortBy('Started', '-age');
    await expect.poll(first, { timeout: 30_000 }).toBe('many-0500');
    await sortBy('Pipeline', 'name');
    await sortBy('Pipeline', '-name');
    await expect.poll(first, { timeout: 30_000 }).toBe('many-0999');
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(first, { timeout: 30_000 }).toBe('many-0949');
    await page.reload();
    await expect.poll(first, { timeout: 30_000 }).toBe('many-0949');
    expect(new URL(page.url()).search).toBe(`?region=${REGION}&sort=-name&page=2`);
  });
});
