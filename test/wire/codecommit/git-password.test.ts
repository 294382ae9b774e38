import { describe, expect, it } from 'vitest';
import { isSignedBy, loginTime, readGitLogin, signGit } from '../../../src/services/codecommit/http/git-password.ts';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

const REQUEST = {
  secretAccessKey: 'secret',
  timestamp: '20171224T115320',
  region: 'us-west-2',
  path: '/v1/repos/test_repo',
};

const PUBLISHED = [
  ['git-codecommit.us-west-2.amazonaws.com', 'b6df2d758a8023b2f000a546417007b65494f3ce8ad0300fd45fcfa173f1959a'],
  ['land.called.honahlee', 'a14a37a53035bbceb6e1748247b143124fe7326cdffd3d418236a592ce6158a0'],
] as const;

describe('the signed password of git', () => {
  it.each(PUBLISHED)('for host %s is the one the AWS CLI tests itself with', (host, signature) => {
    expect(signGit({ ...REQUEST, host })).toBe(signature);
  });

  it.each(PUBLISHED)('signed for host %s is good with a port too', (host, signature) => {
    const login = readGitLogin(basic(`access:20171224T115320Z${signature}`));
    expect(login && isSignedBy(login, { ...REQUEST, host: `${host}:8443` })).toBe(true);
    expect(login && isSignedBy(login, { ...REQUEST, host: `another.${host}` })).toBe(false);
  });

  it('is read with its session token, whatever stands in it', () => {
    const login = readGitLogin(basic(`AKIA%to/k+e%n==:20171224T115320Z${'0'.repeat(64)}`));
    expect(login).toMatchObject({ accessKeyId: 'AKIA', sessionToken: 'to/k+e%n==', timestamp: '20171224T115320' });
    expect(login && loginTime(login)).toBe(Date.UTC(2017, 11, 24, 11, 53, 20));
  });

  it.each([
    '',
    'Basic',
    'Bearer abc',
    'Basic !!!',
    basic('nocolon'),
    basic('access:'),
    basic(`access:20171224T115320Z${'0'.repeat(63)}`),
    basic(`access:20171224T115320${'0'.repeat(64)}`),
    basic(`access:20171224T115320Z${'0'.repeat(64)}\n`),
  ])('is not %j', (authorization) => {
    expect(readGitLogin(authorization)).toBeUndefined();
  });
});
