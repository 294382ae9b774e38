import { join } from 'node:path';
import { GetSessionTokenCommand } from '@aws-sdk/client-sts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/config.ts';
import { startVelocius, type Velocius } from '../../src/main.ts';
import { deleteAccessKey } from '../../src/store/access-keys.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { makeArtifactBucket } from '../harness/artifact-bucket.ts';
import { CHROMIUM, openBrowser, visit, wrongInAnyLook } from '../harness/browser.ts';
import { makePlace, type Place } from '../harness/databases.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { action, create, pipeline, QUIET, source, stage } from '../harness/pipelines.ts';
import { ACCOUNT, clientsOf } from '../harness/server.ts';

/** A server that can be closed and opened again in its place. */
interface House {
  readonly endpoint: string;
  close(): Promise<void>;
  open(): Promise<void>;
}

async function openHouse(place: Place, rootKey: Config['rootKey']): Promise<House> {
  const { providers } = dummyProvider();
  const log = { info: () => {}, error: () => {} };
  let port = 0;
  let velocius: Velocius | undefined;
  const house = {
    endpoint: '',
    open: async () => {
      const settings = { host: '127.0.0.1', port, data: place.directory, database: undefined, account: ACCOUNT };
      velocius = await startVelocius({ ...settings, runner: 'process', rootKey, strict: true }, { providers, log });
      port = velocius.address.port;
      house.endpoint = velocius.endpoint;
    },
    close: async () => velocius?.close(),
  };
  await house.open();
  return house;
}

const STAGES = [stage('Source', source()), stage('Build', action('Compile'))];

describe.skipIf(CHROMIUM === undefined)('a session with the console (needs Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function signIn(page: Page, id: string, secret: string, token = ''): Promise<void> {
    await page.getByLabel('Access key ID').fill(id);
    await page.getByLabel('Secret access key').fill(secret);
    await page.getByLabel('Session token').fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  it('goes on when the server is started again while a page is open', async () => {
    const place = await makePlace('sqlite');
    const house = await openHouse(place, undefined);
    const { codepipeline, s3 } = clientsOf(house.endpoint);
    await makeArtifactBucket(s3);
    await create(codepipeline, pipeline('lasting', STAGES, QUIET));
    const { page, complaints, close } = await visit(browser, house.endpoint, '/pipelines/lasting');
    await page.getByRole('status').filter({ hasText: 'Live' }).waitFor();
    await page.getByRole('checkbox', { name: 'Transition into Build' }).click();
    await page.getByLabel('Reason').fill('frozen');
    await house.close();
    await page.getByRole('status').filter({ hasText: 'Reconnecting' }).waitFor();
    await page.getByRole('heading', { name: 'lasting' }).waitFor();
    // Whoever does something meanwhile is told why it is not done, at once.
    await page.getByRole('button', { name: 'Disable', exact: true }).click();
    await page.getByRole('dialog').getByText('The server does not answer.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // What a person asks for meanwhile, and the page has not loaded yet, comes when the server does.
    await page.getByRole('button', { name: 'Release change' }).click();
    await house.open();
    await page.getByRole('status').filter({ hasText: 'Live' }).waitFor();
    await page.getByLabel('Reason').fill('asked for while it was away');
    await page.getByRole('dialog').getByRole('button', { name: 'Release', exact: true }).click();
    await page.getByRole('article', { name: 'Action Compile' }).getByText('Succeeded').waitFor();
    expect(complaints.filter((complaint) => !/ERR_CONNECTION_REFUSED/.test(complaint))).toEqual([]);
    await close();
    await house.close();
    await place.drop();
  });

  it('says what to do where the server has other files by now than the page was made of', async () => {
    const place = await makePlace('sqlite');
    const house = await openHouse(place, undefined);
    const { page, close } = await visit(browser, house.endpoint, '/pipelines');
    await page.getByRole('heading', { name: 'Welcome to Velocius' }).waitFor();
    const old = /\/assets\/rules-/;
    await page.route(old, (route) => route.fulfill({ status: 404, body: 'There is no such file' }));
    await page.getByRole('link', { name: 'Rules', exact: true }).click();
    await page.getByText('This page could not be shown').waitFor();
    await page.unroute(old);
    await page.getByRole('button', { name: 'Load it anew' }).click();
    await page.getByRole('heading', { name: 'Rules' }).waitFor();
    await close();
    await house.close();
    await place.drop();
  });

  it('asks for a key where there is no public one, keeps it for the session, and ends with it', async () => {
    const place = await makePlace('sqlite');
    const root = { accessKeyId: 'founder', secretAccessKey: 'asparagus-of-our-own' };
    const house = await openHouse(place, root);
    const { codepipeline, s3, sts } = clientsOf(house.endpoint, root);
    await makeArtifactBucket(s3);
    await create(codepipeline, pipeline('secret', STAGES, QUIET));
    const { Credentials } = await sts.send(new GetSessionTokenCommand({}));
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};

    const { page, close } = await visit(browser, house.endpoint, '/pipelines');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await wrongInAnyLook(page)).toEqual([]);
    await signIn(page, 'test', 'test');
    await page.getByText('The security token included in the request is invalid.').waitFor();
    await signIn(page, AccessKeyId, 'not the secret', SessionToken);
    await page.getByText('The request signature we calculated does not match').waitFor();
    await signIn(page, AccessKeyId, SecretAccessKey, SessionToken);
    await page.getByRole('link', { name: 'secret' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'secret' }).waitFor();
    const other = await visit(browser, house.endpoint, '/pipelines');
    await other.page.getByRole('button', { name: 'Sign in' }).waitFor();
    await other.close();

    await house.close();
    const database = openSqlite(join(place.directory, 'velocius.db'));
    await database.write((tx) => deleteAccessKey(tx, AccessKeyId));
    await database.close();
    await house.open();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.getByText('The security token included in the request is invalid.').waitFor();
    expect(await page.evaluate<number>('sessionStorage.length')).toBe(0);
    await close();
    await house.close();
    await place.drop();
  });
});
