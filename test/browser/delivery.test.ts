import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { CreateCommitCommand, CreateRepositoryCommand } from '@aws-sdk/client-codecommit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openBrowser, type Visitor, visit, wrongInAnyLook } from '../harness/browser.ts';
import { building, project } from '../harness/builds.ts';
import { action, create, pipeline, QUIET, source, stage, untilStatus } from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets } from '../harness/sources.ts';
import { unzipped } from '../harness/zips.ts';

const NAME = 'app';
const GREEN = String.raw`\033[32mall is well\033[0m`;

describe.skipIf(CHROMIUM === undefined)(
  'a delivery from a repository through a build, in a browser (needs Chromium)',
  () => {
    let server: TestServer;
    let browser: Browser;
    let visitor: Visitor;
    let page: Page;
    const places = mkdtempSync(join(tmpdir(), 'velocius-delivery-'));
    const go = join(places, 'go');
    const commits: string[] = [];

    beforeAll(async () => {
      [server, browser] = await Promise.all([startTestServer(), openBrowser()]);
      await makeBuckets(server.s3, 'artifacts');
      await server.codecommit.send(new CreateRepositoryCommand({ repositoryName: NAME }));
      for (const text of ['first', 'second']) await commit(text);
      const commands = [
        `printf '${GREEN}\\n'`,
        `until [ -e ${go} ]; do sleep 0.05; done`,
        'echo built from $(cat text.txt)',
      ];
      await server.codebuild.send(
        new CreateProjectCommand({
          ...project(NAME, { ...building(...commands), artifacts: { files: ['text.txt'] } }),
          source: {
            type: 'CODEPIPELINE',
            buildspec: JSON.stringify({ ...building(...commands), artifacts: { files: ['text.txt'] } }),
          },
          artifacts: { type: 'CODEPIPELINE' },
        }),
      );
      await create(server.codepipeline, pipeline(NAME, [stage('Source', checkout()), stage('Build', build())], QUIET));
      visitor = await visit(browser, server.endpoint, `/pipelines/${NAME}`);
      page = visitor.page;
    });
    afterAll(async () => {
      expect(visitor.complaints).toEqual([]);
      await browser.close();
      await server.close();
      rmSync(places, { recursive: true, force: true });
      expect(server.errors).toEqual([]);
    });

    async function commit(text: string): Promise<void> {
      const { commitId = '' } = await server.codecommit.send(
        new CreateCommitCommand({
          repositoryName: NAME,
          branchName: 'main',
          parentCommitId: commits.at(-1),
          putFiles: [{ filePath: 'text.txt', fileContent: Buffer.from(text) }],
          commitMessage: `The ${text}`,
        }),
      );
      commits.push(commitId);
    }

    const checkout = () =>
      source('Checkout', {
        actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
        configuration: { RepositoryName: NAME, BranchName: 'main', PollForSourceChanges: 'false' },
      });

    const build = () =>
      action('Compile', {
        actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' },
        configuration: { ProjectName: NAME },
        inputArtifacts: [{ name: 'CheckoutOutput' }],
        outputArtifacts: [{ name: 'Built' }],
      });

    const theAction = (name: string) => page.getByRole('article', { name: `Action ${name}` });
    const dialog = () => page.getByRole('dialog');

    /** What is in the zip that the button saves. */
    async function savedBy(artifact: string): Promise<Record<string, string>> {
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: artifact, exact: true }).last().click(),
      ]);
      expect(saved.suggestedFilename()).toBe(`${artifact}.zip`);
      return unzipped(await readFile(await saved.path()));
    }

    it('is released at an older commit than the newest, and runs before one', async () => {
      await page.getByRole('button', { name: 'Release change' }).click();
      await page.getByLabel('Reason').fill('the older one');
      await page.getByLabel('Revision of Checkout (COMMIT_ID)').fill(commits[0] ?? '');
      await dialog().getByRole('button', { name: 'Release', exact: true }).click();
      await theAction('Checkout')
        .getByRole('link', { name: commits[0]?.slice(0, 12) ?? '-' })
        .waitFor();
      await theAction('Compile').getByText('In progress').waitFor();
    });

    it('shows the log of the action as it comes, in its colours, and finds lines in it', async () => {
      await theAction('Compile').getByRole('link', { name: 'Details' }).click();
      const log = dialog().getByRole('log');
      await log.getByText('all is well', { exact: true }).waitFor();
      expect(await log.locator('.ansi-green').textContent()).toBe('all is well');
      expect(await log.getByText('built from first').count()).toBe(0);
      writeFileSync(go, '');
      await log.getByText('built from first', { exact: true }).waitFor();
      await dialog().getByPlaceholder('Find in the log').fill('BUILT FROM FIRST');
      await log.getByText('all is well', { exact: true }).waitFor({ state: 'detached' });
      await page.reload();
      await log.getByText('built from first', { exact: true }).waitFor();
      expect(await log.getByText('all is well', { exact: true }).count()).toBe(0);
      expect(await wrongInAnyLook(page)).toEqual([]);
    });

    it('shows what the action was started with, and saves what it took and made', async () => {
      await dialog().getByRole('tab', { name: 'Configuration' }).click();
      await dialog().getByText('ProjectName').waitFor();
      await dialog().getByRole('tab', { name: 'Artifacts' }).click();
      expect(await savedBy('Built')).toEqual({ 'text.txt': 'first' });
      expect(await savedBy('CheckoutOutput')).toEqual({ 'text.txt': 'first' });
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
    });

    it('leads from the action to its build, and from an execution to its commit', async () => {
      await theAction('Compile').getByRole('link', { name: 'Build', exact: true }).click();
      await page.getByRole('heading', { name: 'Build #1' }).waitFor();
      await page.goBack();
      await page.getByRole('region', { name: 'Stage Build' }).getByRole('link').first().click();
      await page.getByRole('heading', { name: /^Execution/ }).waitFor();
      expect(await savedBy('Built')).toEqual({ 'text.txt': 'first' });
      await page.getByRole('link', { name: commits[0]?.slice(0, 8) ?? '-' }).click();
      await page.getByRole('heading', { name: 'The first' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/console/repositories/${NAME}/commits/${commits[0]}`);
      await page.goBack();
      await page.getByRole('heading', { name: /^Execution/ }).waitFor();
    });

    it('tells what changed since the last delivery that succeeded', async () => {
      await page.goto(`${server.endpoint}/console/pipelines/${NAME}?region=eu-west-1`);
      await page.getByRole('button', { name: 'Release change' }).click();
      await page.getByLabel('Reason').fill('the newest');
      await dialog().getByRole('button', { name: 'Release', exact: true }).click();
      await theAction('Checkout')
        .getByRole('link', { name: commits[1]?.slice(0, 12) ?? '-' })
        .waitFor();
      await page.getByRole('region', { name: 'Stage Build' }).getByRole('link').first().click();
      await page.getByText(/the last that succeeded before/).waitFor();
      await page.getByRole('button', { name: 'Changed text.txt' }).click();
      const lines = page.getByRole('region', { name: 'Changes of text.txt' }).locator('div');
      await lines.first().waitFor();
      expect(await lines.allTextContents()).toEqual(['- first', '+ second']);
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await untilStatus(server.codepipeline, NAME, id, 'Succeeded');
    });
  },
);
