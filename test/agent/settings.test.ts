import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../src/agent/settings.ts';

const base = mkdtempSync(join(tmpdir(), 'velocius-settings-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const given = { region: 'eu-west-1', hostIdentifier: 'arn:aws:iam::1:user/x' };
const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };

describe("the agent's settings", () => {
  test('have defaults for a server on this machine', async () => {
    const settings = await readSettings(given, {});
    expect(settings).toMatchObject({
      maxRevisions: 5,
      destinationRoot: undefined,
      keys: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    expect([settings.endpoint.href, settings.s3Endpoint.href]).toEqual(Array(2).fill('http://127.0.0.1:4566/'));
  });

  test("come from the files of AWS's agent where nothing else says otherwise", async () => {
    const premises = join(base, 'codedeploy.onpremises.yml');
    const config = join(base, 'codedeployagent.yml');
    writeFileSync(
      premises,
      'region: eu-central-1\niam_user_arn: arn:aws:iam::1:user/two\naws_access_key_id: K\naws_secret_access_key: S\n',
    );
    writeFileSync(
      config,
      `---\n:root_dir: ${base}/root\n:max_revisions: 2\n:proxy_uri:\n:deploy_control_endpoint: https://deploy.example:8443\n:s3_endpoint_override: https://s3.example\n:on_premises_config_file: ${premises}\n`,
    );
    const settings = await readSettings({ config }, {});
    expect(settings).toMatchObject({
      region: 'eu-central-1',
      hostIdentifier: 'arn:aws:iam::1:user/two',
      root: `${base}/root`,
      maxRevisions: 2,
      keys: { accessKeyId: 'K', secretAccessKey: 'S' },
    });
    expect([settings.endpoint.host, settings.s3Endpoint.host]).toEqual(['deploy.example:8443', 's3.example']);
    expect((await readSettings({ ...given, config }, keys)).keys.accessKeyId).toBe('a');
    expect((await readSettings({ ...given, config }, {})).region).toBe('eu-west-1');
  });

  test('give scripts the environment without what leads to keys', async () => {
    const { environment } = await readSettings(given, {
      ...keys,
      AWS_SESSION_TOKEN: 'c',
      AWS_SHARED_CREDENTIALS_FILE: '/d',
      AWS_REGION: 'eu-west-1',
      PATH: '/bin',
    });
    expect(environment).toEqual({ AWS_REGION: 'eu-west-1', PATH: '/bin' });
  });

  test.each([
    ['no region', { hostIdentifier: 'x' }, {}, /--region/],
    ['no host identifier', { region: 'x' }, {}, /--host-identifier/],
    ['no keys for another machine', { ...given, endpoint: 'https://example.org' }, {}, /AWS_ACCESS_KEY_ID/],
    ['an endpoint that is no URL', { ...given, endpoint: 'example' }, {}, /example is no http or https URL/],
    ['no revisions to keep', { ...given, maxRevisions: '0' }, {}, /number from 1 on, not 0/],
  ])('with %s are refused with what to do', async (_name, options, env, message) => {
    await expect(readSettings(options, env)).rejects.toThrow(message);
  });
});
