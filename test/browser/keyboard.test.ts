import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openBrowser, type Visitor, visit } from '../harness/browser.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { approval, create, pipeline, source, stage, stageState, untilStatus } from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const NAME = 'by-keys';
const MOST_TABS = 80;

describe.skipIf(CHROMIUM === undefined)('the console by keyboard alone (needs Chromium)', () => {
  let server: TestServer;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    const { providers } = dummyProvider();
    [server, browser] = await Promise.all([startTestServer('sqlite', {}, { providers }), openBrowser()]);
    // A variable without a value, so that it does not run before somebody says so.
    const variables = [{ name: 'Reason' }];
    await create(
      server.codepipeline,
      pipeline(NAME, [stage('Source', source()), stage('Gate', approval())], { variables }),
    );
    visitor = await visit(browser, server.endpoint, '/pipelines');
    page = visitor.page;
  });
  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await browser.close();
    await server.close();
    expect(server.errors).toEqual([]);
  });

  /** What the focus is on, as a name: its label, or its text. */
  const focused = () =>
    page.evaluate<string>(`(() => {
      const { activeElement: at } = document;
      const label = at.labels?.[0]?.textContent;
      return (at.getAttribute('aria-label') || label || at.textContent || '').trim();
    })()`);

  /** Presses Tab until the focus is on what has that name. */
  async function tabTo(name: RegExp): Promise<void> {
    const passed: string[] = [];
    while (passed.length < MOST_TABS) {
      await page.keyboard.press('Tab');
      const now = await focused();
      if (name.test(now)) return;
      passed.push(now.slice(0, 30));
    }
    throw new Error(`Tab never came to ${name}, but to: ${passed.join(' | ')}`);
  }

  it('finds a pipeline, releases a change and approves it', async () => {
    await page.getByRole('link', { name: NAME }).waitFor();
    await tabTo(/^Find a pipeline$/);
    await page.keyboard.type(NAME);
    await tabTo(/^Status of the latest execution|Any status$/);
    await enterRow();
    await page.getByRole('heading', { name: NAME }).waitFor();
    await waitFor('the focus to be on the heading', async () => ((await focused()) === NAME ? true : undefined));
    await tabTo(/^Release change$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(/^Reason$/);
    await page.keyboard.type('without a mouse');
    // A dialog is a form: Enter in a field does what it asks.
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Review' }).waitFor();
    await tabTo(/^Review$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(/^Comment$/);
    await page.keyboard.type('read and approved');
    await tabTo(/^Approve$/);
    await page.keyboard.press('Space');
    const execution = (await stageState(server.codepipeline, NAME, 'Gate')).latestExecution?.pipelineExecutionId ?? '';
    await untilStatus(server.codepipeline, NAME, execution, 'Succeeded');
    const { actionStates } = await stageState(server.codepipeline, NAME, 'Gate');
    expect(actionStates?.[0]?.latestExecution?.summary).toBe('read and approved');
    await page.getByRole('article', { name: 'Action Approve' }).getByText('Succeeded').waitFor();
  });

  /** The table is one stop of Tab; arrows go from cell to cell of it. */
  async function enterRow(): Promise<void> {
    for (let step = 0; step < MOST_TABS && (await focused()) !== NAME; step += 1) {
      await page.keyboard.press(step % 2 === 0 ? 'Tab' : 'ArrowDown');
    }
    await page.keyboard.press('Enter');
  }
});
