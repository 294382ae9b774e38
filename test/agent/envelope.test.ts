import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSpecification } from '../../src/agent/specification.ts';
import { openEnvelope } from '../../src/agent/wire/envelope.ts';
import { sign, signingKey } from './command-service-stand-in.ts';

const key = signingKey();
const open = (payload: string): Promise<string> => openEnvelope({ format: 'PKCS7/JSON', payload });

describe('the envelope of a specification', () => {
  test.each([true, false])('is opened when its signature is right (signed attributes: %s)', async (attributes) => {
    expect(await open(sign('{"ä":1}', key, attributes))).toBe('{"ä":1}');
  });

  // Made once by `openssl smime -sign -nodetach -binary -md sha256 -outform PEM` with throw-away keys.
  test.each(['rsa', 'ec'])('is opened when OpenSSL made it, with %s', async (algorithm) => {
    const file = new URL(`envelopes/${algorithm}.pem`, import.meta.url);
    expect(await open(readFileSync(file, 'utf8'))).toBe('{"a":1}');
  });

  test.each([true, false])('is refused when the content was changed (signed attributes: %s)', async (attributes) => {
    const pem = sign('{"user":"good"}', key, attributes);
    const der = Buffer.from(pem.replaceAll(/-----.*-----|\s/g, ''), 'base64');
    const changed = Buffer.from(der.toString('binary').replace('good', 'evil'), 'binary').toString('base64');
    expect(changed).not.toBe(der.toString('base64'));
    await expect(open(`-----BEGIN PKCS7-----\n${changed}\n-----END PKCS7-----\n`)).rejects.toThrow(
      'Validation of PKCS7 signed message failed',
    );
  });

  test.each([
    ['nothing', ''],
    ['another kind of PEM', '-----BEGIN CMS-----\nAAAA\n-----END CMS-----'],
    ['what is not ASN.1', '-----BEGIN PKCS7-----\nAAAA\n-----END PKCS7-----'],
    ['ASN.1 of something else', '-----BEGIN PKCS7-----\nMAMCAQE=\n-----END PKCS7-----'],
  ])('is refused when it is %s', async (_name, payload) => {
    await expect(open(payload)).rejects.toThrow();
  });

  test('is refused when it is not signed', async () => {
    await expect(openEnvelope({ format: 'TEXT/JSON', payload: '{}' })).rejects.toThrow(
      'Unsupported DeploymentSpecification format: TEXT/JSON',
    );
  });
});

describe('a specification', () => {
  const good = {
    DeploymentId: 'arn:aws:codedeploy:eu-west-1:123456789012:deployment/d-ABC',
    DeploymentGroupId: 'group-id',
    DeploymentGroupName: 'group',
    ApplicationName: 'app',
    Revision: { RevisionType: 'S3', S3Revision: { Bucket: 'b', Key: 'k', BundleType: 'zip' } },
  };

  test('is read, with the id out of an ARN', () => {
    expect(readSpecification(JSON.stringify(good))).toMatchObject({
      deploymentId: 'd-ABC',
      fileExistsBehavior: 'DISALLOW',
      revision: { type: 'S3', bucket: 'b', key: 'k', bundleType: 'zip', version: undefined },
    });
  });

  test.each([
    ['no id', { DeploymentId: '' }, 'Deployment Spec has no DeploymentId'],
    ['an id that climbs', { DeploymentId: '../../etc' }, /cannot be the name of a file/],
    ['a group id that climbs', { DeploymentGroupId: '..' }, /cannot be the name of a file/],
    ['an appspec elsewhere', { AppSpecFilename: '../appspec.yml' }, /cannot be the name of a file/],
    ['no revision', { Revision: null }, 'Must specify a revison'],
    [
      'an unknown bundle type',
      { Revision: { RevisionType: 'S3', S3Revision: { Bucket: 'b', Key: 'k', BundleType: 'rar' } } },
      /must be tar, tgz or zip/,
    ],
    [
      'half an S3 revision',
      { Revision: { RevisionType: 'S3', S3Revision: { Bucket: 'b' } } },
      /must specify Bucket, Key/,
    ],
    ['a revision on GitHub', { Revision: { RevisionType: 'GitHub' } }, /does not fetch revisions from GitHub/],
  ])('with %s is refused', (_name, change, message) => {
    expect(() => readSpecification(JSON.stringify({ ...good, ...change }))).toThrow(message);
  });
});
