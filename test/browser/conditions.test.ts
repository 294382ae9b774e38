import type { StageDeclaration } from '@aws-sdk/client-codepipeline';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, CHROMIUM, openBrowser, overflow, type Visitor, visit } from '../harness/browser.ts';
import { type Dummy, dummyProvider } from '../harness/dummy-provider.ts';
import { type DummyRule, dummyRule } from '../harness/dummy-rule.ts';
import {
  action,
  actionsOf,
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

describe.skipIf(CHROMIUM === undefined)('conditions and failed stages in a browser (need Chromium)', () => {
  let dummy: Dummy;
  let rules: DummyRule;
  let server: TestServer;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    dummy = dummyProvider();
    rules = dummyRule();
    [server, browser] = await Promise.all([
      startTestServer('sqlite', {}, { providers: dummy.providers, rules: [rules.provider] }),
      openBrowser(),
    ]);
    visitor = await visit(browser, server.endpoint, '/pipelines');
    page = visitor.page;
  });
  afterEach(() => expect(visitor.complaints).toEqual([]));
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const go = (path: string) => page.goto(`${server.endpoint}/console${path}?region=eu-west-1`);
  const theStage = (name: string) => page.getByRole('region', { name: `Stage ${name}` });

  function guarded(hook: 'beforeEntry' | 'onSuccess', outcome: string): StageDeclaration {
    const rule = {
      name: 'Window',
      ruleTypeId: { category: 'Rule' as const, owner: 'AWS' as const, provider: 'Dummy', version: '1' },
      configuration: { Outcome: outcome },
    };
    return { ...stage('Build', action('Compile')), [hook]: { conditions: [{ result: 'FAIL', rules: [rule] }] } };
  }

  it('shows the rule that keeps an execution at the door, and lets it in when that is overridden', async () => {
    await create(client(), pipeline('door', [stage('Source', source()), guarded('beforeEntry', 'wait')], QUIET));
    const id = await start(client(), 'door');
    await untilInside(client(), 'door', 'Build', id);
    await go('/pipelines/door');
    await theStage('Build').getByText('Before entry').waitFor();
    await theStage('Build').getByText('Window').waitFor();
    await theStage('Build').getByText('In progress').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await theStage('Build').getByRole('button', { name: 'Override' }).click();
    await page.getByText('The condition of Build is overridden.').waitFor();
    await untilStatus(client(), 'door', id, 'Succeeded');
    await theStage('Build').getByText('Overridden').first().waitFor();
  });

  it('overrides a condition that has failed its stage from the page of the execution', async () => {
    await create(client(), pipeline('after', [stage('Source', source()), guarded('onSuccess', 'fail')], QUIET));
    const id = await start(client(), 'after');
    await untilStatus(client(), 'after', id, 'Failed');
    await go(`/pipelines/after/executions/${id}`);
    await page.getByText('Build: On success').waitFor();
    await page.getByText('The dummy fails').first().waitFor();
    await page.getByRole('button', { name: 'Override' }).click();
    await page.getByText('The condition of Build is overridden.').waitFor();
    await untilStatus(client(), 'after', id, 'Succeeded');
    await page.getByRole('heading', { name: /^Execution/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  it('tries every action of a stage again, also those that succeeded', async () => {
    const wait = action('Compile', { configuration: { Outcome: 'wait' } });
    await create(client(), pipeline('all', [stage('Source', source()), stage('Build', action('Lint'), wait)], QUIET));
    const id = await start(client(), 'all');
    await untilInside(client(), 'all', 'Build', id);
    dummy.release('Compile', 'fail');
    await untilStatus(client(), 'all', id, 'Failed');
    await go('/pipelines/all');
    await theStage('Build').getByRole('button', { name: 'Actions for stage Build' }).click();
    await page.getByRole('menuitem', { name: 'Retry all actions' }).click();
    await page.getByText('All actions of Build are tried again.').waitFor();
    dummy.release('Compile');
    await untilStatus(client(), 'all', id, 'Succeeded');
    const names = (await actionsOf(client(), 'all', id)).map(({ actionName }) => actionName).sort();
    expect(names).toEqual(['Compile', 'Compile', 'Fetch', 'Lint', 'Lint']);
  });
});
