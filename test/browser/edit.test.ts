import { DeletePipelineCommand, GetPipelineCommand, UpdatePipelineCommand } from '@aws-sdk/client-codepipeline';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, CHROMIUM, openBrowser, overflow, type SharedPages, sharedPages } from '../harness/browser.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { REGION, startTestServer, type TestServer } from '../harness/server.ts';

const ROLE = 'arn:aws:iam::123456789012:role/deployer';
const RULE = { Variable: '#{codepipeline.PipelineExecutionId}', Value: 'yes', Operator: 'EQ' };

describe.skipIf(CHROMIUM === undefined)('the form of a pipeline (needs Chromium)', () => {
  let server: TestServer;
  let browser: Browser;
  let pages: SharedPages;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startTestServer('sqlite', {}, { providers: dummyProvider().providers }),
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

  const theStage = (page: Page, name: string) => page.getByRole('region', { name: `Stage ${name}` });

  async function addAction(page: Page, stage: string, type: string): Promise<void> {
    await theStage(page, stage).getByRole('button', { name: 'Add action' }).click();
    await page.getByRole('menuitem', { name: type }).click();
  }

  const declared = async (name: string) => (await server.codepipeline.send(new GetPipelineCommand({ name }))).pipeline;

  it('says what is missing as one types, and creates what is whole', async () => {
    const page = await open('/pipelines');
    await page.getByRole('button', { name: 'Create pipeline' }).click();
    await page.getByText('The name of the pipeline has 1 to 100 letters').waitFor();
    expect(await page.getByRole('button', { name: 'Create', exact: true }).isEnabled()).toBe(false);
    await page.getByLabel('Name', { exact: true }).fill('made-here');
    await page.getByLabel('Artifact bucket').fill('artifacts');
    await addAction(page, 'Source', 'CodeCommit (Source)');
    await page.getByText('Source / CodeCommit: RepositoryName is missing').waitFor();
    await page.getByLabel('RepositoryName').fill('app');
    await page.getByLabel('BranchName').fill('main');
    await addAction(page, 'Deploy', 'Dummy (Build)');
    await page.getByText('Not ready yet').waitFor({ state: 'detached' });
    expect(await page.getByLabel('JSON').inputValue()).toContain('"RepositoryName": "app"');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Create pipeline' }).click();
    await page.getByText('made-here is created.').waitFor();
    expect(await declared('made-here')).toMatchObject({
      executionMode: 'QUEUED',
      stages: [{ actions: [{ configuration: { RepositoryName: 'app', BranchName: 'main' } }] }, { name: 'Deploy' }],
    });
  });

  it('takes changes of the JSON into the form, shows the difference, and saves it', async () => {
    const page = await open('/pipelines/made-here/edit');
    const json = page.getByLabel('JSON');
    const text = await json.inputValue();
    await json.fill(text.slice(0, -1));
    await page.getByText(/JSON/i).first().waitFor();
    await json.fill(text.replace('"BranchName": "main"', '"BranchName": "develop"'));
    expect(await page.getByLabel('BranchName').inputValue()).toBe('develop');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const changes = page.getByRole('region', { name: 'Changes of the declaration' });
    await changes.getByText('"BranchName": "develop"').waitFor();
    await changes.getByText('"BranchName": "main"').waitFor();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('made-here is saved.').waitFor();
    expect(await declared('made-here')).toMatchObject({
      version: 2,
      stages: [{ actions: [{ configuration: { BranchName: 'develop' } }] }, {}],
    });
  });

  it('writes conditions with their rules, triggers, stores for each region, and what few actions say', async () => {
    const page = await open('/pipelines/made-here/edit');
    await page.getByRole('button', { name: 'Add trigger' }).click();
    await page.getByLabel('Branches', { exact: true }).fill('main release/*');
    await page.getByLabel('File paths left out', { exact: true }).fill('docs/**');
    await page.getByRole('checkbox', { name: 'One bucket for each region' }).check();
    await page.getByRole('textbox', { name: 'Region', exact: true }).fill(REGION);
    const deploy = theStage(page, 'Deploy');
    await deploy.getByRole('button', { name: 'More' }).click();
    await deploy.getByLabel('Role of the action').fill(ROLE);
    await deploy.getByRole('button', { name: 'Conditions' }).click();
    await deploy.getByLabel('Before entry: where a rule does not hold').click();
    await page.getByRole('option', { name: 'Fail the stage' }).click();
    await deploy.getByRole('button', { name: 'Add rule' }).click();
    await page.getByRole('menuitem', { name: 'VariableCheck' }).click();
    await page.getByText('Deploy / Before entry / VariableCheck: Operator is missing').waitFor();
    for (const [field, value] of Object.entries(RULE)) await deploy.getByLabel(field, { exact: true }).fill(value);
    await deploy.getByLabel('On failure: then').click();
    await page.getByRole('option', { name: 'Try the stage again' }).click();
    await page.getByText('Not ready yet').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('made-here is saved.').waitFor();
    expect(await declared('made-here')).toMatchObject({
      artifactStores: { [REGION]: { location: 'artifacts' } },
      triggers: [
        {
          gitConfiguration: {
            sourceActionName: 'CodeCommit',
            push: [{ branches: { includes: ['main', 'release/*'] }, filePaths: { excludes: ['docs/**'] } }],
          },
        },
      ],
      stages: [
        {},
        {
          actions: [{ roleArn: ROLE }],
          beforeEntry: {
            conditions: [
              { result: 'FAIL', rules: [{ ruleTypeId: { provider: 'VariableCheck' }, configuration: RULE }] },
            ],
          },
          onFailure: { result: 'RETRY', retryConfiguration: { retryMode: 'FAILED_ACTIONS' } },
        },
      ],
    });
  });

  it('shows what the server has against it, and changes nothing', async () => {
    const page = await open('/pipelines/made-here/edit');
    await page.getByLabel('Namespace').first().fill('codepipeline');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('dialog').getByText('InvalidActionDeclarationException').waitFor();
    expect(await declared('made-here')).toMatchObject({ version: 3 });
  });

  it('has no barriers and fits on a small screen', async () => {
    const page = await open('/pipelines/made-here/edit', { width: 390, dark: true });
    await page.getByLabel('BranchName').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  it('says what of the JSON is no declaration, keeps it as it is typed, and saves nothing of it', async () => {
    const page = await open('/pipelines/made-here/edit');
    const json = page.getByLabel('JSON');
    const text = await json.inputValue();
    for (const [typed, problem] of [
      ['null', 'JSON: The declaration must be an object'],
      [text.replace(/"stages": \[/, '"stages": [null,'), 'JSON: The declaration.stages[0] must be an object'],
      [text.replace('"roleArn"', '"rolArn"'), 'JSON: The declaration has no member rolArn'],
      [text.replace('"made-here"', '"another"'), 'The name of a pipeline does not change: this one is made-here'],
    ] as const) {
      await json.fill(typed);
      await page.getByText(problem).waitFor();
      expect(await page.getByRole('button', { name: 'Save', exact: true }).isEnabled()).toBe(false);
    }
    // A line break stays where somebody makes one, and what the command line prints may be pasted.
    const pasted = `{"pipeline":\n\n${text}, "metadata": {}}`;
    await json.fill(pasted);
    await page.getByText('Not ready yet').waitFor({ state: 'detached' });
    expect(await json.inputValue()).toBe(pasted);
    await page.getByLabel('BranchName').fill('trunk');
    expect(JSON.parse(await json.inputValue())).toMatchObject({
      stages: [{ actions: [{ configuration: { BranchName: 'trunk' } }] }, {}],
    });
  });

  it('writes what few declarations say: blockers, the order of stages, files of artifacts', async () => {
    const page = await open('/pipelines/made-here/edit');
    await page.getByRole('button', { name: 'Add stage' }).click();
    const third = theStage(page, 'Stage3');
    await addAction(page, 'Stage3', 'Commands (Compute)');
    await third.getByRole('textbox', { name: 'Commands' }).fill('make\n\nmake test\n');
    await third.getByLabel('Output artifacts').fill('Made');
    await third.getByLabel('Files of Made').fill('out/**');
    await third.getByLabel('Output artifacts').fill('Made Tested');
    await third.getByRole('button', { name: 'Blockers' }).click();
    await third.getByRole('button', { name: 'Add blocker' }).click();
    await third.getByRole('textbox', { name: 'Name of the blocker' }).fill('Freeze');
    await page.getByText('Stage3 / Blocker Freeze: AWS keeps blockers for later, and takes none').waitFor();
    const written = async () => JSON.parse(await page.getByLabel('JSON').inputValue());
    expect((await written()).stages[2]).toMatchObject({
      blockers: [{ name: 'Freeze', type: 'Schedule' }],
      actions: [
        { commands: ['make', 'make test'], outputArtifacts: [{ name: 'Made', files: ['out/**'] }, { name: 'Tested' }] },
      ],
    });
    await third.getByRole('button', { name: 'Remove', exact: true }).click();
    expect((await written()).stages[2]).not.toHaveProperty('blockers');
    await third.getByRole('button', { name: 'Move stage Stage3 up' }).click();
    expect((await written()).stages).toMatchObject([{ name: 'Source' }, { name: 'Stage3' }, { name: 'Deploy' }]);
  });

  it('lets nobody lose what they have not saved, nor take back what they have not seen', async () => {
    const page = await open('/pipelines/made-here/edit');
    const branch = page.getByLabel('BranchName');
    await branch.fill('release');
    await page.getByRole('link', { name: 'Repositories' }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click();
    expect(await branch.inputValue()).toBe('release');
    await page.getByRole('button', { name: /^Region/ }).click();
    await page.getByRole('menuitem', { name: 'ap-south-1' }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click();
    expect(await branch.inputValue()).toBe('release');
    const now = await declared('made-here');
    await server.codepipeline.send(
      new UpdatePipelineCommand({ pipeline: now && { ...now, executionMode: 'SUPERSEDED' } }),
    );
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page
      .getByRole('dialog')
      .getByText(`Somebody saved version ${(now?.version ?? 0) + 1}.`)
      .waitFor();
    await page
      .getByRole('region', { name: 'Changes of the declaration' })
      .getByText('- "executionMode": "SUPERSEDED"')
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: `Begin again with version ${(now?.version ?? 0) + 1}` }).click();
    expect(await branch.inputValue()).toBe('develop');
    await branch.fill('release');
    await server.codepipeline.send(new DeletePipelineCommand({ name: 'made-here' }));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('dialog').getByText('PipelineNotFoundException').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click();
    expect(await branch.inputValue()).toBe('release');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByText('The pipeline made-here could not be read').waitFor();
  });
});
