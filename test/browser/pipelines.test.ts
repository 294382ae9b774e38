import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, CHROMIUM, openBrowser, overflow, visit } from '../harness/browser.ts';
import { type Dummy, dummyProvider } from '../harness/dummy-provider.ts';
import { action, create, pipeline, QUIET, source, stage, start } from '../harness/pipelines.ts';
import { ACCOUNT, startTestServer, type TestServer } from '../harness/server.ts';

describe.skipIf(CHROMIUM === undefined)('the page of all pipelines (needs Chromium)', () => {
  let dummy: Dummy;
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    dummy = dummyProvider();
    [server, browser] = await Promise.all([
      startTestServer('sqlite', {}, { providers: dummy.providers }),
      openBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const waiting = (name: string) =>
    pipeline(
      name,
      [stage('Source', source()), stage('Build', action('Compile', { configuration: { Outcome: 'wait' } }))],
      QUIET,
    );

  it('says what to do while there is no pipeline, and is there at the root of the server', async () => {
    const { page, complaints, close } = await visit(browser, server.endpoint, '/');
    await page.goto(`${server.endpoint}/?region=eu-west-1`);
    await page.getByRole('heading', { name: 'Welcome to Velocius' }).waitFor();
    expect(page.url()).toContain('/console/');
    expect(await page.getByText('npm run lab').count()).toBe(1);
    // A pipeline that a push starts has a rule, and the rule a target: here, not in the region of the example.
    const target = `arn:aws:codepipeline:eu-west-1:${ACCOUNT}:app`;
    expect(await page.getByText(new RegExp(`^aws events put-targets .*Arn=${target},`)).count()).toBe(1);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the command' }).nth(1).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(
      `export AWS_ENDPOINT_URL=${server.endpoint} `,
    );
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows what every pipeline did last, and a change as it happens', async () => {
    for (const name of ['alpha', 'beta']) await create(server.codepipeline, waiting(name));
    const { page, complaints, close } = await visit(browser, server.endpoint, '/pipelines');
    const row = page.getByRole('row').filter({ hasText: 'alpha' });
    await row.getByText('Not run yet', { exact: true }).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await start(server.codepipeline, 'alpha');
    await row.getByText('In progress', { exact: true }).waitFor();
    await row.getByTitle('Build: InProgress').waitFor();
    dummy.release('Compile');
    await row.getByText('Succeeded', { exact: true }).waitFor();
    await page.getByPlaceholder('Find a pipeline').fill('bet');
    await row.waitFor({ state: 'detached' });
    expect(await page.getByRole('row').filter({ hasText: 'beta' }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    { width: 1280, dark: false },
    { width: 390, dark: true },
  ])('has no barriers and fits at $width pixels (dark: $dark)', async (look) => {
    const { page, complaints, close } = await visit(browser, server.endpoint, '/pipelines', look);
    await page.getByRole('link', { name: 'alpha' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
