import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { CreateCommitCommand, CreateRepositoryCommand } from '@aws-sdk/client-codecommit';
import { PutEventsCommand, PutRuleCommand } from '@aws-sdk/client-eventbridge';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AgentProcess, startAgent } from '../agent/agent-process.ts';
import { createBatchProject, startBatch, untilBatched } from '../harness/batches.ts';
import {
  barriers,
  CHROMIUM,
  openBrowser,
  overflow,
  type SharedPages,
  sharedPages,
  wrongInAnyLook,
} from '../harness/browser.ts';
import { building, project, startBuild, untilBuilt } from '../harness/builds.ts';
import { deploy, hostArn, makeFleet, started } from '../harness/deployment-room.ts';
import { REGION, startTestServer, type TestServer } from '../harness/server.ts';

describe.skipIf(CHROMIUM === undefined)(
  'the pages of repositories, builds, deployments, rules and events (need Chromium)',
  () => {
    let server: TestServer;
    let browser: Browser;
    const commits: string[] = [];
    const agents: AgentProcess[] = [];
    let pages: SharedPages;

    beforeAll(async () => {
      // An agent that has not polled for three seconds is late.
      const outside = { deploymentTimeouts: { poll: 1_000 } };
      [server, browser] = await Promise.all([startTestServer('sqlite', {}, outside), openBrowser()]);
      pages = sharedPages(browser, server.endpoint);
      await server.codecommit.send(new CreateRepositoryCommand({ repositoryName: 'app' }));
      for (const [message, text] of [
        ['First', 'one\ntwo\n'],
        ['Second', 'one\n2\n'],
      ] as const) {
        const putFiles = [{ filePath: 'docs/numbers.txt', fileContent: Buffer.from(text) }];
        const { commitId = '' } = await server.codecommit.send(
          new CreateCommitCommand({
            repositoryName: 'app',
            branchName: 'main',
            parentCommitId: commits.at(-1),
            putFiles,
            commitMessage: message,
            authorName: 'Ada',
          }),
        );
        commits.push(commitId);
      }
    });
    afterEach(() => expect(pages.release()).toEqual([]));
    afterAll(async () => {
      // Also those of a test that failed.
      await Promise.all(agents.map((agent) => agent.kill()));
      await browser.close();
      await server.close();
      expect(server.errors).toEqual([]);
    });

    const open: SharedPages['open'] = (path, look) => pages.open(path, look);

    it('show the files of a repository, its commits, and what a commit changed', async () => {
      const page = await open('/repositories');
      await page.getByRole('link', { name: 'app', exact: true }).click();
      await page.getByRole('link', { name: 'docs/' }).click();
      await page.getByRole('link', { name: 'numbers.txt' }).click();
      await page.getByRole('region', { name: 'docs/numbers.txt' }).getByText('one').waitFor();
      await page.getByRole('tab', { name: 'Commits' }).click();
      await page
        .getByRole('row')
        .filter({ hasText: /Second/ })
        .getByRole('link')
        .click();
      const changes = page.getByRole('region', { name: 'Changes of docs/numbers.txt' });
      await changes.waitFor();
      expect(await changes.locator('div').allTextContents()).toEqual(['  one', '- two', '+ 2']);
      await page.getByText('Changed', { exact: true }).waitFor();
      const colours = () =>
        page.evaluate<string[]>(
          "[...document.querySelectorAll('.diff [data-mark]')].map((line) => getComputedStyle(line).backgroundColor)",
        );
      const inLight = await colours();
      expect(new Set(inLight).size).toBe(3);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect((await colours()).slice(1)).not.toEqual(inLight.slice(1));
      expect(new URL(page.url()).pathname).toBe(`/console/repositories/app/commits/${commits[1]}`);
      expect(await wrongInAnyLook(page)).toEqual([]);
    });

    it('show a build as it runs, and find a line in a log of 100,000', { timeout: 90_000 }, async () => {
      await server.codebuild.send(new CreateProjectCommand(project('long', building('seq 1 100000'))));
      const page = await open('/projects');
      await page.getByRole('link', { name: 'long' }).click();
      await page.getByRole('heading', { name: 'long' }).waitFor();
      const id = await startBuild(server, 'long');
      await page.getByRole('link', { name: '#1' }).click();
      await untilBuilt(server, id, 60);
      await page.getByText('Succeeded').first().waitFor();
      await page.getByText(/^100\d{3} lines$/).waitFor();
      await page.getByPlaceholder('Find in the log').fill('99999');
      await page
        .getByText(/^1 of 100\d{3} lines$/)
        .first()
        .waitFor();
      await page.getByRole('log').getByText('99999', { exact: true }).waitFor();
      expect(await page.locator('.log-line').count()).toBe(1);
      expect(await wrongInAnyLook(page)).toEqual([]);
    });

    it('show a batch of builds, and build again what failed', async () => {
      await createBatchProject(server, 'batched', {
        ...building('[ "$CODEBUILD_BATCH_BUILD_IDENTIFIER" = good ]'),
        batch: { 'build-graph': [{ identifier: 'good' }, { identifier: 'bad', 'depend-on': ['good'] }] },
      });
      await untilBatched(server, await startBatch(server, 'batched'));
      const page = await open('/projects/batched');
      await page.getByRole('table', { name: 'Batches' }).getByRole('link', { name: 'Batch #1' }).click();
      const builds = page.getByRole('table', { name: 'Builds' });
      const bad = builds.getByRole('row').filter({ hasText: 'bad' });
      await bad.getByText('Failed').waitFor();
      await page.getByText('Builds that did not succeed: bad (FAILED)').waitFor();
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 900 });
      expect(await overflow(page)).toBe(0);
      await page.getByRole('button', { name: 'Retry failed builds' }).click();
      await bad.getByText('2', { exact: true }).waitFor();
      await bad.getByRole('link', { name: 'bad' }).click();
      await page.getByText('Log', { exact: true }).waitFor();
      await page
        .getByRole('main')
        .getByRole('link', { name: /^batched:/ })
        .click();
      await page.getByRole('heading', { name: 'Batch #1' }).waitFor();
    });

    it('show a deployment host by host, with the log of the script that failed', async () => {
      const room = { clients: server, endpoint: server.endpoint };
      const fleet = await makeFleet(room, 'site', 1);
      const id = await deploy(room, fleet);
      await started(room, id);
      const page = await open(`/deployments/${id}`);
      await page
        .getByRole('table', { name: /Lifecycle events of/ })
        .getByText('ApplicationStop')
        .waitFor();
      await fleet.agent(1).performAll('AfterInstall');
      await fleet.agent(1).perform({ error_code: 4, message: 'Script failed', script_name: 'start.sh', log: 'boom' });
      await page.getByRole('button', { name: /ScriptFailed/ }).click();
      await page.getByText('boom').waitFor();
      await page.getByText('start.sh').waitFor();
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.getByRole('link', { name: 'site' }).first().click();
      const health = page.getByRole('table', { name: /^Instances of/ });
      await health.getByText('Failed', { exact: true }).waitFor();
      await health.getByText('ApplicationStart').waitFor();
      expect(await wrongInAnyLook(page)).toEqual([]);
    });

    it('tell whether the agent of an instance is alive, as it comes, dies and comes back', async () => {
      const fleet = await makeFleet({ clients: server, endpoint: server.endpoint }, 'guarded', 2);
      const base = await mkdtemp(join(tmpdir(), 'velocius-agent-'));
      const places = { root: join(base, 'agent'), destinationRoot: join(base, 'host') };
      const agent = async () => {
        const started = await startAgent({ endpoint: server.endpoint, host: hostArn('guarded-1'), ...places });
        agents.push(started);
        return started;
      };
      const page = await open(`/applications/${fleet.applicationName}`);
      const row = (name: string) =>
        page
          .getByRole('table', { name: /^Instances of/ })
          .getByRole('row')
          .filter({ hasText: name });
      await row('guarded-1').getByText('Never seen').waitFor();
      const first = await agent();
      await row('guarded-1').getByText('Healthy').waitFor();
      await row('guarded-1')
        .getByText(/asked .*, VELOCIUS_\d/)
        .waitFor();
      await first.kill();
      await row('guarded-1').getByText('Late').waitFor();
      await row('guarded-2').getByText('Never seen').waitFor();
      await page.goto(`${server.endpoint}/console/applications?region=${REGION}`);
      const instances = page.getByRole('table', { name: 'Instances' }).getByRole('row');
      await instances.filter({ hasText: 'guarded-1' }).getByText('Late').waitFor();
      expect(await barriers(page)).toEqual([]);
      const second = await agent();
      await instances.filter({ hasText: 'guarded-1' }).getByText('Healthy').waitFor();
      await second.kill();
      await rm(base, { recursive: true, force: true });
    });

    it('switch a rule off and on, and try its pattern', async () => {
      const EventPattern = '{"source":["shop"]}';
      await server.events.send(new PutRuleCommand({ Name: 'sold', EventPattern }));
      const page = await open('/rules/sold');
      await page.getByRole('checkbox', { name: 'Enabled' }).click();
      await page.getByText('sold is disabled.').waitFor();
      await page.getByRole('checkbox', { name: 'Disabled' }).click();
      await page.getByText('sold is enabled.').waitFor();
      await page.getByRole('button', { name: 'Test' }).click();
      await page.getByText('The event does not match.').waitFor();
      await page.getByLabel('Pattern').fill('{"source": [{"prefix": "aws."}]}');
      await page.getByRole('button', { name: 'Test' }).click();
      await page.getByText('The event matches.').waitFor();
      await page.getByLabel('Pattern').fill('{"source": "no list"}');
      await page.getByRole('button', { name: 'Test' }).click();
      await page.getByText(/not valid/).waitFor();
    });

    it('show the last events, and those to come as they come', async () => {
      const sell = (DetailType: string) =>
        server.events.send(
          new PutEventsCommand({ Entries: [{ Source: 'shop', DetailType, Detail: '{"state":"PAID"}' }] }),
        );
      await sell('Sale before');
      const page = await open('/events', { width: 390, dark: true });
      const told = (type: string) => page.getByRole('article', { name: `shop ${type}` });
      await told('Sale before').waitFor();
      await page.getByText('The last ones, and those to come as they come.').waitFor();
      await sell('Sale now');
      await told('Sale now').waitFor();
      expect(await page.getByRole('article').first().getAttribute('aria-label')).toBe('shop Sale now');
      await page.getByPlaceholder('Find in events').fill('Sale before');
      await told('Sale now').waitFor({ state: 'detached' });
      await page.reload();
      await told('Sale before').waitFor();
      expect(await told('Sale now').count()).toBe(0);
      await page.getByRole('button', { name: 'Clear events' }).click();
      await told('Sale before').waitFor({ state: 'detached' });
      expect(await overflow(page)).toBe(0);
      expect(await barriers(page)).toEqual([]);
    });
  },
);
