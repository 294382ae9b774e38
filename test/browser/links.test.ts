import { readFile } from 'node:fs/promises';
import { CreateLogGroupCommand, CreateLogStreamCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { CreateCommitCommand, CreateRepositoryCommand } from '@aws-sdk/client-codecommit';
import { CreateApplicationCommand } from '@aws-sdk/client-codedeploy';
import { PutRuleCommand } from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, PutBucketVersioningCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleLinks, consoleLinks } from '../../src/kernel/console-links.ts';
import { barriers, CHROMIUM, openBrowser, overflow, type Visitor, visit, wrongInAnyLook } from '../harness/browser.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { approval, create, pipeline, QUIET, source, stage, start, untilInside } from '../harness/pipelines.ts';
import { REGION, startTestServer, type TestServer } from '../harness/server.ts';

const KEY = 'site/a page & more.txt';

describe.skipIf(CHROMIUM === undefined)('the addresses that the API hands out (need Chromium)', () => {
  let server: TestServer;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  let execution: string;
  let commit: string;

  beforeAll(async () => {
    const { providers } = dummyProvider();
    [server, browser] = await Promise.all([startTestServer('sqlite', {}, { providers }), openBrowser()]);
    visitor = await visit(browser, server.endpoint, '/pipelines');
    page = visitor.page;
    await create(
      server.codepipeline,
      pipeline('linked', [stage('Source', source()), stage('Gate', approval())], QUIET),
    );
    execution = await start(server.codepipeline, 'linked');
    await untilInside(server.codepipeline, 'linked', 'Gate', execution);
    commit = await makeRepository();
    await makeOthers();
    await makeBucket();
  });
  afterAll(async () => {
    expect(visitor.complaints).toEqual([]);
    await browser.close();
    await server.close();
    expect(server.errors).toEqual([]);
  });

  async function makeRepository(): Promise<string> {
    await server.codecommit.send(new CreateRepositoryCommand({ repositoryName: 'linked' }));
    const putFiles = [{ filePath: 'README', fileContent: Buffer.from('one') }];
    const input = { repositoryName: 'linked', branchName: 'main', putFiles, commitMessage: 'First commit' };
    return (await server.codecommit.send(new CreateCommitCommand(input))).commitId ?? '';
  }

  async function makeOthers(): Promise<void> {
    await server.codebuild.send(
      new CreateProjectCommand({
        name: 'linked',
        source: { type: 'NO_SOURCE', buildspec: 'version: 0.2\nphases: {build: {commands: ["true"]}}' },
        artifacts: { type: 'NO_ARTIFACTS' },
        environment: {
          type: 'LINUX_CONTAINER',
          image: 'aws/codebuild/standard:7.0',
          computeType: 'BUILD_GENERAL1_SMALL',
        },
        serviceRole: 'arn:aws:iam::123456789012:role/build',
      }),
    );
    await server.codedeploy.send(new CreateApplicationCommand({ applicationName: 'linked' }));
    await server.events.send(new PutRuleCommand({ Name: 'linked', EventPattern: '{"source":["shop"]}' }));
    await server.logs.send(new CreateLogGroupCommand({ logGroupName: '/linked/group' }));
    await server.logs.send(new CreateLogStreamCommand({ logGroupName: '/linked/group', logStreamName: 'a/stream' }));
  }

  async function makeBucket(): Promise<void> {
    await server.s3.send(new CreateBucketCommand({ Bucket: 'linked' }));
    await server.s3.send(
      new PutBucketVersioningCommand({ Bucket: 'linked', VersioningConfiguration: { Status: 'Enabled' } }),
    );
    for (const Body of ['first', 'second'])
      await server.s3.send(new PutObjectCommand({ Bucket: 'linked', Key: KEY, Body }));
  }

  /** One address of each kind, and what its page says: a new kind does not compile until it is here. */
  const PLACES: {
    readonly [Kind in keyof ConsoleLinks]: { readonly address: (links: ConsoleLinks) => string; readonly says: string };
  } = {
    pipeline: { address: (links) => links.pipeline('linked'), says: 'linked' },
    execution: { address: (links) => links.execution('linked', execution), says: 'Execution' },
    approval: { address: (links) => links.approval('linked', 'Gate', 'Approve'), says: 'Gate / Approve' },
    repository: { address: (links) => links.repository('linked'), says: 'linked' },
    commit: { address: (links) => links.commit('linked', commit), says: 'First commit' },
    project: { address: (links) => links.project('linked'), says: 'linked' },
    build: { address: (links) => links.build('linked:none'), says: 'The build could not be read' },
    batch: { address: (links) => links.batch('linked:none'), says: 'The batch could not be read' },
    application: { address: (links) => links.application('linked'), says: 'linked' },
    deployment: { address: (links) => links.deployment('d-NONE00000'), says: 'The deployment could not be read' },
    bucket: { address: (links) => links.bucket('linked'), says: 'linked' },
    object: { address: (links) => links.object('linked', KEY), says: KEY },
    log: { address: (links) => links.log('/linked/group', 'a/stream'), says: 'a/stream' },
    rule: { address: (links) => links.rule('linked'), says: 'linked' },
  };

  it.each(Object.entries(PLACES))('lead to a page: %s', async (_kind, { address, says }) => {
    await page.goto(address(consoleLinks(server.endpoint, REGION)));
    await page.getByRole('main').getByText(says).or(page.getByRole('dialog').getByText(says)).first().waitFor();
    expect(await page.getByText('There is no such page').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('region')).toBe(REGION);
  });

  /** Path, and what it says once it is whole: pages that nothing else looks at in every look. */
  const PAGES: readonly (readonly [string, string])[] = [
    ['/pipelines', 'linked'],
    ['/pipelines?region=us-east-2', 'Welcome to Velocius'],
    ['/pipelines/linked', 'Latest executions'],
    ['/pipelines/linked/executions', 'Executions of linked'],
    ['/new-pipeline', 'Not ready yet'],
    ['/projects', 'linked'],
    ['/projects/linked', 'It has built nothing yet.'],
    ['/builds/linked%3Anone', 'The build could not be read'],
    ['/repositories', 'linked'],
    ['/repositories/linked', 'README'],
    ['/repositories/linked?tab=commits', 'First commit'],
    ['/repositories/linked?tab=clone', 'With the AWS CLI'],
    ['/applications', 'No host is registered here'],
    ['/buckets', 'linked'],
    ['/buckets/linked', 'site/'],
    ['/rules', 'linked'],
    ['/rules/linked', 'Try its pattern'],
    ['/events', 'aws.codecommit · '],
    ['/logs/%2Flinked%2Fgroup/a%2Fstream', '0 lines'],
    ['/no/such/page', 'There is no such page'],
  ];

  it.each(PAGES)('lead to pages without barriers that fit, in every look: %s', async (path, says) => {
    const address = new URL(`/console${path}`, server.endpoint);
    if (!address.searchParams.has('region')) address.searchParams.set('region', REGION);
    await page.goto(address.href);
    await page.getByRole('main').getByText(says).first().waitFor();
    expect(await wrongInAnyLook(page)).toEqual([]);
  });

  it('lead into a bucket, whose objects are found folder by folder and saved in any version', async () => {
    await page.goto(`${server.endpoint}/console/buckets?region=${REGION}`);
    await page.getByRole('link', { name: 'linked', exact: true }).click();
    await page.getByRole('link', { name: 'site/' }).click();
    await page.getByRole('link', { name: 'a page & more.txt' }).click();
    await page.getByRole('heading', { name: KEY }).waitFor();
    await page.getByRole('row').filter({ hasText: 'Current' }).getByText('6 B').waitFor();
    const earlier = page.getByRole('row').filter({ hasText: 'Earlier' });
    const [saved] = await Promise.all([page.waitForEvent('download'), earlier.getByRole('button').click()]);
    expect(saved.suggestedFilename()).toBe('a_page___more.txt');
    expect(await readFile(await saved.path(), 'utf8')).toBe('first');
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await overflow(page)).toBe(0);
  });

  it('name the window after the page, keep the region, and begin at the heading', async () => {
    await page.goto(`${server.endpoint}/console/buckets?region=${REGION}`);
    await page.getByRole('link', { name: 'linked', exact: true }).click();
    await expect.poll(() => page.title(), { timeout: 10_000 }).toBe('linked · Velocius');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toContain('linked');
    expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('H1');
    expect(new URL(page.url()).searchParams.get('region')).toBe(REGION);
  });

  it('say what to do where there is nothing', async () => {
    await page.goto(`${server.endpoint}/console/pipelines/nowhere?region=us-east-2`);
    await page.getByText('or be in another region: choose one at the top').waitFor();
    await page.goto(`${server.endpoint}/console/no/such/page?region=${REGION}`);
    await page.getByRole('link', { name: 'All pipelines' }).click();
    await page.getByRole('link', { name: 'linked', exact: true }).waitFor();
  });
});
