/**
 * Takes the pictures in docs/screenshots of the console, from the lab after its first delivery: `npm run screenshots`. Needs
 * Chromium.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodeBuildClient, ListBuildsCommand } from '@aws-sdk/client-codebuild';
import { CodeDeployClient, ListDeploymentsCommand } from '@aws-sdk/client-codedeploy';
import {
  CodePipelineClient,
  CreatePipelineCommand,
  GetPipelineCommand,
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
} from '@aws-sdk/client-codepipeline';
import type { Browser, Page, Request } from 'playwright-core';
import { KEY, NAMES, REGION } from '../src/cli/lab/lab-place.ts';
import { openBrowser } from '../test/harness/browser.ts';
import { runScript } from '../test/harness/child.ts';
import { approval, stage } from '../test/harness/pipelines.ts';
import { waitFor } from '../test/harness/wait.ts';

const TARGET = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const PATIENCE_SECONDS = 100;
const GATED = 'release';
/** So many looks on end must find a page asking for nothing. */
const STILL_LOOKS = 20;

interface Picture {
  readonly name: string;
  /** Path below /console. */
  readonly path: string;
  /** Text that is there once the page is whole. */
  readonly shows: string;
  readonly dark?: boolean;
  readonly width?: number;
}

const directory = await mkdtemp(join(tmpdir(), 'velocius-screenshots-'));
const lab = runScript('src/cli/velocius.ts', ['lab', '--stay', '--port', '0', '--directory', join(directory, 'lab')]);
const browser = await openBrowser();
try {
  const endpoint = await waitFor(
    'the lab to have delivered',
    async () => /AWS_ENDPOINT_URL=(\S+)/.exec(lab.lines.join('\n'))?.[1],
    PATIENCE_SECONDS,
  );
  await mkdir(TARGET, { recursive: true });
  for (const picture of await picturesOf(endpoint)) await take(browser, endpoint, picture);
} finally {
  await browser.close();
  await lab.kill('SIGINT');
  await rm(directory, { recursive: true, force: true });
}

async function picturesOf(endpoint: string): Promise<readonly Picture[]> {
  const settings = { endpoint, region: REGION, credentials: KEY };
  const pipelines = new CodePipelineClient(settings);
  await gate(pipelines);
  const { pipelineExecutionSummaries: [newest] = [] } = await pipelines.send(
    new ListPipelineExecutionsCommand({ pipelineName: NAMES.pipeline }),
  );
  const { ids: [build = ''] = [] } = await new CodeBuildClient(settings).send(new ListBuildsCommand({}));
  const { deployments: [deployment = ''] = [] } = await new CodeDeployClient(settings).send(
    new ListDeploymentsCommand({ applicationName: NAMES.application, deploymentGroupName: NAMES.deploymentGroup }),
  );
  const execution = newest?.pipelineExecutionId ?? '';
  return [
    { name: 'pipelines', path: '/pipelines', shows: 'Succeeded' },
    { name: 'pipeline', path: `/pipelines/${NAMES.pipeline}`, shows: 'Latest executions' },
    { name: 'approval', path: `/pipelines/${GATED}`, shows: 'Review', dark: true },
    { name: 'execution', path: `/pipelines/${NAMES.pipeline}/executions/${execution}`, shows: 'Pipeline SUCCEEDED' },
    { name: 'edit', path: `/pipelines/${NAMES.pipeline}/edit`, shows: 'JSON' },
    { name: 'build', path: `/builds/${encodeURIComponent(build)}`, shows: 'Phases', dark: true },
    { name: 'deployment', path: `/deployments/${deployment}`, shows: 'AfterInstall' },
    { name: 'agents', path: `/applications/${NAMES.application}`, shows: 'Healthy' },
    { name: 'events', path: '/events', shows: 'CodeDeploy Deployment State-change Notification', dark: true },
    { name: 'small-screen', path: `/pipelines/${NAMES.pipeline}`, shows: 'Latest executions', width: 390 },
  ];
}

/** The lab approves its own pipeline; this one waits. */
async function gate(client: CodePipelineClient): Promise<void> {
  const { pipeline } = await client.send(new GetPipelineCommand({ name: NAMES.pipeline }));
  if (pipeline === undefined) throw new Error('The lab has no pipeline');
  const stages = [...(pipeline.stages?.slice(0, 1) ?? []), stage('Gate', approval())];
  await client.send(new CreatePipelineCommand({ pipeline: { ...pipeline, name: GATED, version: undefined, stages } }));
  await waitFor('the approval to be asked for', async () => {
    const { stageStates = [] } = await client.send(new GetPipelineStateCommand({ name: GATED }));
    return stageStates[1]?.actionStates?.[0]?.latestExecution?.token;
  });
}

async function take(at: Browser, endpoint: string, picture: Picture): Promise<void> {
  const { name, path, shows, dark = false, width = 1280 } = picture;
  const context = await at.newContext({
    viewport: { width, height: 860 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const quiet = quietAfter(page);
  await page.goto(`${endpoint}/console${path}?region=${REGION}`);
  await page.getByText(shows).first().waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  await quiet();
  await page.screenshot({ path: join(TARGET, `${name}.png`) });
  await context.close();
}

/** Resolves once the page has been asking for nothing for some looks on end: what came last has been drawn. */
function quietAfter(page: Page): () => Promise<unknown> {
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (!request.url().includes('events-stream')) open.add(request);
  });
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => open.delete(request));
  let still = 0;
  return () =>
    waitFor('the page to be whole', async () => {
      still = open.size === 0 ? still + 1 : 0;
      return still >= STILL_LOOKS;
    });
}
