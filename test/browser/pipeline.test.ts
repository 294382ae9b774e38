import {
  DeletePipelineCommand,
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  PutApprovalResultCommand,
} from '@aws-sdk/client-codepipeline';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, CHROMIUM, openBrowser, overflow, type SharedPages, sharedPages } from '../harness/browser.ts';
import { type Dummy, dummyProvider } from '../harness/dummy-provider.ts';
import {
  action,
  approval,
  approvalToken,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  stageState,
  start,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

describe.skipIf(CHROMIUM === undefined)('the page of a pipeline (needs Chromium)', () => {
  let dummy: Dummy;
  let server: TestServer;
  let browser: Browser;
  let pages: SharedPages;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    dummy = dummyProvider();
    [server, browser] = await Promise.all([
      startTestServer('sqlite', {}, { providers: dummy.providers }),
      openBrowser(),
    ]);
    pages = sharedPages(browser, server.endpoint);
  });
  afterEach(() => expect(pages.release()).toEqual([]));
  afterAll(async () => {
    await browser.close();
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const open: SharedPages['open'] = (path, look) => pages.open(path, look);

  const wait = (name: string) => action(name, { configuration: { Outcome: 'wait' } });
  const theStage = (page: Page, name: string) => page.getByRole('region', { name: `Stage ${name}` });
  const theAction = (page: Page, name: string) => page.getByRole('article', { name: `Action ${name}` });
  const status = (name: string, id: string, wanted: string) => untilStatus(client(), name, id, wanted);

  async function latest(pipelineName: string): Promise<string> {
    const answer = await client().send(new ListPipelineExecutionsCommand({ pipelineName, maxResults: 1 }));
    return answer.pipelineExecutionSummaries?.[0]?.pipelineExecutionId ?? '';
  }

  async function decide(pipelineName: string, id: string, outcome: 'Approved' | 'Rejected', summary: string) {
    await untilInside(client(), pipelineName, 'Gate', id);
    const token = await approvalToken(client(), pipelineName, 'Gate');
    const place = { pipelineName, stageName: 'Gate', actionName: 'Approve', token };
    await client().send(new PutApprovalResultCommand({ ...place, result: { status: outcome, summary } }));
  }

  it('releases a change with variables and a chosen revision, and shows it run', async () => {
    await create(client(), pipeline('release', [stage('Source', source()), stage('Build', wait('Compile'))], QUIET));
    const page = await open('/pipelines/release');
    await page.getByRole('button', { name: 'Release change' }).click();
    const release = page.getByRole('dialog').getByRole('button', { name: 'Release', exact: true });
    await page.getByText('It has no default value: it must be given.').waitFor();
    expect(await release.isEnabled()).toBe(false);
    await page.getByLabel('Reason').fill('by hand');
    await page.getByRole('dialog').getByRole('button', { name: 'Release', exact: true }).click();
    await page.getByText('An execution of release was started.').waitFor();
    await theAction(page, 'Fetch').getByText('Succeeded').waitFor();
    await theAction(page, 'Compile').getByText('In progress').waitFor();
    await theAction(page, 'Compile')
      .getByText(/^for \d/)
      .waitFor();
    await page.getByText('must be given').waitFor();
    dummy.release('Compile');
    await theAction(page, 'Compile')
      .getByText(/^took \d/)
      .waitFor();
    await theStage(page, 'Build').getByText('Succeeded').first().waitFor();
    await status('release', await latest('release'), 'Succeeded');
  });

  it('approves with a comment, once: who comes second is told, and so is who still writes', async () => {
    await create(client(), pipeline('approve', [stage('Source', source()), stage('Gate', approval())], QUIET));
    const id = await start(client(), 'approve');
    await untilInside(client(), 'approve', 'Gate', id);
    const [first, second, third] = [
      await open('/pipelines/approve'),
      await open('/pipelines/approve'),
      await open('/pipelines/approve'),
    ];
    for (const page of [first, second, third]) {
      await theAction(page, 'Approve').getByRole('button', { name: 'Review' }).click();
      await page.getByLabel('Comment').fill('looks good'.repeat(60));
      await page.getByText('It has 600 characters.').waitFor();
      expect(await page.getByRole('button', { name: 'Approve', exact: true }).isEnabled()).toBe(false);
      await page.getByLabel('Comment').fill('looks good');
    }
    await Promise.all(
      [first, second].map((page) => page.getByRole('button', { name: 'Approve', exact: true }).click()),
    );
    await status('approve', id, 'Succeeded');
    const told = await Promise.all(
      [first, second].map(async (page) => {
        const good = page.getByText('Approve was approved.');
        const bad = page.getByText('has already been approved or rejected');
        await good.or(bad).first().waitFor();
        return (await good.count()) > 0;
      }),
    );
    expect(told.filter(Boolean)).toHaveLength(1);
    await third.getByRole('dialog').getByText('It is decided already').waitFor();
    expect(await third.getByLabel('Comment').inputValue()).toBe('looks good');
    const { actionStates } = await stageState(client(), 'approve', 'Gate');
    expect(actionStates?.[0]?.latestExecution?.summary).toBe('looks good');
  });

  it('rejects, tries the stage again, and rolls it back', async () => {
    await create(client(), pipeline('retry', [stage('Source', source()), stage('Gate', approval())], QUIET));
    const good: string[] = [];
    for (const summary of ['the first', 'the second']) {
      const id = await start(client(), 'retry');
      await decide('retry', id, 'Approved', summary);
      await status('retry', id, 'Succeeded');
      good.push(id);
    }
    const [older = '', newer = ''] = good.map((id) => id.slice(-8));
    const bad = await start(client(), 'retry');
    await untilInside(client(), 'retry', 'Gate', bad);
    const page = await open('/pipelines/retry');
    await theAction(page, 'Approve').getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Reject' }).click();
    await theAction(page, 'Approve').getByText('Failed').first().waitFor();
    await theStage(page, 'Gate').getByRole('button', { name: 'Actions for stage Gate' }).click();
    await page.getByRole('menuitem', { name: 'Retry failed actions' }).click();
    await theAction(page, 'Approve').getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Reject' }).click();
    await status('retry', bad, 'Failed');
    await theStage(page, 'Gate').getByRole('button', { name: 'Actions for stage Gate' }).click();
    await page.getByRole('menuitem', { name: 'Roll back' }).click();
    await page.getByRole('button', { name: /Choose an execution/ }).click();
    await page.getByRole('option', { name: newer }).waitFor();
    await page.getByRole('option', { name: older }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Roll back', exact: true }).click();
    await page.getByText(`Gate is rolled back to ${older}.`).waitFor();
    await theStage(page, 'Gate').getByText('Rollback').waitFor();
    const { pipelineExecutionSummaries: [rollback] = [] } = await client().send(
      new ListPipelineExecutionsCommand({ pipelineName: 'retry', maxResults: 1 }),
    );
    expect(rollback?.rollbackMetadata?.rollbackTargetPipelineExecutionId).toBe(good[0]);
  });

  it('closes a door with a reason, shows who waits before it, and opens it', async () => {
    await create(client(), pipeline('door', [stage('Source', source()), stage('Build', action('Compile'))], QUIET));
    const page = await open('/pipelines/door');
    await page.getByRole('checkbox', { name: 'Transition into Build' }).click();
    // What the server has against it is told where it was asked, and nothing is lost of what was typed.
    await page.getByLabel('Reason').fill('freeze; <until Monday>');
    await page.getByRole('button', { name: 'Disable', exact: true }).click();
    await page.getByRole('dialog').getByText('ValidationException').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('freeze; <until Monday>');
    await page.getByLabel('Reason').fill('freeze');
    await page.getByRole('button', { name: 'Disable', exact: true }).click();
    // The error that is shown until then names the reason, too.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('freeze').waitFor();
    const id = await start(client(), 'door');
    await page.getByText('Waiting:').waitFor();
    await page.getByRole('checkbox', { name: 'Transition into Build is disabled' }).click();
    await status('door', id, 'Succeeded');
    await theStage(page, 'Build').getByText('Succeeded').first().waitFor();
  });

  it.each([
    ['Stop and wait', 'Succeeded'],
    ['Stop and abandon', 'Abandoned'],
  ])('stops an execution: %s', async (manner, ending) => {
    const name = manner.toLowerCase().replaceAll(' ', '-');
    const stages = [stage('Source', source()), stage('Build', wait('Compile'))];
    await create(client(), pipeline(name, stages, QUIET));
    const id = await start(client(), name);
    await untilInside(client(), name, 'Build', id);
    const page = await open(`/pipelines/${name}`);
    await page.getByRole('button', { name: 'Stop execution' }).click();
    await page.getByRole('radio', { name: manner }).click();
    await page.getByLabel('Reason').fill('enough');
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByText('stops.').waitFor();
    dummy.release('Compile');
    await status(name, id, 'Stopped');
    await theAction(page, 'Compile').getByText(ending).waitFor();
  });

  it('goes on by itself after a reload, in the address of an action', async () => {
    const page = await open('/pipelines/release/stages/Build/actions/Compile');
    await page.getByRole('dialog', { name: 'Build / Compile' }).waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'Configuration' }).click();
    await page.getByText('Outcome').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/console/pipelines/release');
  });

  it('leaves whoever closes the details of an action where they were', async () => {
    const page = await open('/pipelines/release', { height: 400 });
    const details = theAction(page, 'Compile').getByRole('link', { name: 'Details' });
    await details.scrollIntoViewIfNeeded();
    const before = await page.evaluate<number>('window.scrollY');
    expect(before).toBeGreaterThan(0);
    await details.click();
    await page.getByRole('dialog', { name: 'Build / Compile' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate<number>('window.scrollY')).toBe(before);
    expect(await page.evaluate<string>('document.activeElement.textContent')).toContain('Details');
  });

  it('shows names and messages of any length, and what runs after what', async () => {
    const long = (name: string) => `${name}WithoutAnyBreakInIt`.padEnd(100, 'AndMore');
    const actions = [wait(long('One')), wait(long('Other')), action('Next', { runOrder: 2 })];
    const stages = [stage('Source', source()), stage('Gate', approval()), stage(long('Build'), ...actions)];
    await create(client(), pipeline(long('Pipeline'), stages, QUIET));
    await decide(long('Pipeline'), await start(client(), long('Pipeline')), 'Rejected', 'unbroken'.repeat(64));
    const page = await open(`/pipelines/${long('Pipeline')}`, { width: 390 });
    const message = theAction(page, 'Approve').getByText('unbroken');
    await message.waitFor();
    expect((await message.boundingBox())?.height).toBeLessThan(120);
    await theStage(page, long('Build')).getByText('↓ then').waitFor();
    expect(await overflow(page)).toBe(0);
    await page.goto(page.url().replace(/pipelines\/.*\?/, 'pipelines?'));
    // The longest name leaves the states of all in sight.
    await page.setViewportSize({ width: 1280, height: 900 });
    const latest = await page
      .getByRole('row')
      .filter({ hasText: long('Pipeline') })
      .getByText('Failed', { exact: true })
      .boundingBox();
    expect((latest?.x ?? Infinity) + (latest?.width ?? 0)).toBeLessThan(1280);
  });

  it('says that what it shows is gone, and that what an address names never was', async () => {
    await create(client(), pipeline('gone', [stage('Source', source()), stage('Build', action('Compile'))], QUIET));
    const page = await open('/pipelines/gone/stages/Build/actions/Nothing');
    await page.getByRole('dialog').getByText('The pipeline has no such action').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await client().send(new DeletePipelineCommand({ name: 'gone' }));
    await page.getByRole('button', { name: 'Release change' }).click();
    await page.getByLabel('Reason').fill('to see what is left');
    await page.getByRole('dialog').getByRole('button', { name: 'Release', exact: true }).click();
    await page.getByRole('dialog').getByText('PipelineNotFoundException').waitFor();
    await page.getByText('This page is no longer up to date').waitFor();
  });

  it.each([
    { width: 1280, dark: true },
    { width: 390, dark: false },
  ])('has no barriers and fits at $width pixels (dark: $dark)', async (look) => {
    const page = await open('/pipelines/retry', look);
    await theStage(page, 'Gate').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    const { stageStates } = await client().send(new GetPipelineStateCommand({ name: 'retry' }));
    expect(stageStates).toHaveLength(2);
  });
});
