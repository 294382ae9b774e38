import { describe, expect, test } from 'vitest';
import { readAppSpec } from '../../src/agent/appspec/appspec.ts';
import { AppSpecError } from '../../src/agent/appspec/appspec-fields.ts';
import { covers } from '../../src/agent/install/permission-plan.ts';

const HEAD = 'version: 0.0\nos: linux\n';

describe('appspec.yml', () => {
  test('is read with all its sections', () => {
    const spec = readAppSpec(`${HEAD}
file_exists_behavior: overwrite
files:
  - source: /
    destination: /srv/app/
  - source: ./conf/app.conf
    destination: /etc/app
permissions:
  - object: /srv/app
    pattern: "*.sh"
    except: [skip.sh]
    type: [file]
    owner: nobody
    group: nogroup
    mode: 0755
hooks:
  ApplicationStop:
    - location: scripts/stop.sh
      timeout: 10
      runas: root
  ApplicationStart:
    - location: /scripts/start.sh
    - location: scripts/second.sh
      timeout: "20"
  SomethingElse: []
`);
    expect(spec.fileExistsBehavior).toBe('OVERWRITE');
    expect(spec.files).toEqual([
      { source: '', destination: '/srv/app' },
      { source: 'conf/app.conf', destination: '/etc/app' },
    ]);
    expect(spec.permissions).toEqual([
      {
        object: '/srv/app',
        pattern: '*.sh',
        except: ['skip.sh'],
        types: ['file'],
        owner: 'nobody',
        group: 'nogroup',
        mode: 0o755,
      },
    ]);
    expect(spec.hooks.get('ApplicationStop')).toEqual([
      { location: 'scripts/stop.sh', runas: 'root', timeoutSeconds: 10 },
    ]);
    expect(spec.hooks.get('ApplicationStart')).toEqual([
      { location: 'scripts/start.sh', runas: undefined, timeoutSeconds: 3600 },
      { location: 'scripts/second.sh', runas: undefined, timeoutSeconds: 20 },
    ]);
  });

  const permission = (rest: string): string => `${HEAD}permissions:\n  - object: /srv/x\n    ${rest}\n`;
  const hook = (rest: string): string => `${HEAD}hooks:\n  ApplicationStart:\n    - ${rest}\n`;
  test.each([
    ['no YAML', 'version: [', /no YAML/],
    ['nothing', '', /must be a mapping/],
    ['a list', '- version: 0.0', /must be a mapping/],
    ['no version', 'os: linux', /invalid version value \(\)/],
    ['another version', 'version: 1.0\nos: linux', /invalid version value \(1\)/],
    ['a version that is text', 'version: "0.0"\nos: linux', /invalid version value \(0.0\)/],
    ['windows', 'version: 0.0\nos: windows', /unsupported operating system \(windows\)/],
    ['no os', 'version: 0.0', /unsupported operating system \(\)/],
    ['files that are no list', `${HEAD}files: x`, /files section .* must be a list/],
    ['a file without source', `${HEAD}files:\n  - destination: /a`, /specifies a destination file, but no source/],
    ['a file without destination', `${HEAD}files:\n  - source: a`, /specifies only a source file \(a\)/],
    ['a source that climbs', `${HEAD}files:\n  - source: ../a\n    destination: /b`, /outside the revision \(..\/a\)/],
    ['a destination that climbs', `${HEAD}files:\n  - source: a\n    destination: /srv/../etc`, /not an absolute path/],
    ['a relative destination', `${HEAD}files:\n  - source: a\n    destination: srv`, /not an absolute path/],
    ['a hook that is no list', `${HEAD}hooks:\n  ApplicationStart:`, /must be a list of scripts/],
    ['a script without location', hook('timeout: 3'), /a script with no location value/],
    ['a script location that climbs', hook('location: ../../bin/sh'), /outside the revision/],
    ['a timeout of nothing', hook('{location: a, timeout: 0}'), /invalid timeout value/],
    ['a timeout that is no number', hook('{location: a, timeout: soon}'), /invalid timeout value/],
    ['a runas that is an option', hook('{location: a, runas: "-c"}'), /no user name/],
    ['sudo', hook('{location: a, sudo: true}'), /sudo setting .* not supported/],
    ['a permission without object', `${HEAD}permissions:\n  - mode: 755`, /has no object value/],
    ['a permission for a climbing object', `${HEAD}permissions:\n  - object: /a/../b`, /not an absolute path/],
    ['a mode that is too long', permission('mode: "00755"'), /length of a permissions mode \(00755\)/],
    ['a mode that is not octal', permission('mode: 789'), /invalid character \(8\)/],
    ['an unknown type', permission('type: [link]'), /not supported for permissions \(link\)/],
    ['an owner that is an option', permission('owner: "--from"'), /no name of an account/],
    ['acls', permission('acls: ["u:x:rw"]'), /acls setting .* not supported/],
    ['a context', permission('context: {type: x}'), /context setting .* not supported/],
  ])('with %s is refused', (_name, text, message) => {
    expect(() => readAppSpec(text)).toThrow(AppSpecError);
    expect(() => readAppSpec(text)).toThrow(message);
  });
});

describe('a permission', () => {
  const base = {
    object: '/srv/app',
    pattern: '**',
    except: [],
    types: [],
    owner: undefined,
    group: undefined,
    mode: 0,
  };
  test.each([
    ['**', [], '/srv/app/a/b', true],
    ['**', [], '/srv/application', false],
    ['**', [], '/srv/app', false],
    ['*', [], '/srv/app/a', true],
    ['*', [], '/srv/app/a/b', false],
    ['*.sh', [], '/srv/app/run.sh', true],
    ['*.sh', [], '/srv/app/run.shx', false],
    ['a*b*c', [], '/srv/app/a-b-c', true],
    ['a*b*c', [], '/srv/app/abc', true],
    ['a*b*bc', [], '/srv/app/abc', false],
    ['?.sh', [], '/srv/app/a.sh', false],
    ['**', ['*.sh'], '/srv/app/run.sh', false],
    ['**', ['*.sh'], '/srv/app/deep/run.sh', true],
  ])('with pattern %s and except %s covers %s: %s', (pattern, except, path, expected) => {
    expect(covers({ ...base, pattern, except }, path)).toBe(expected);
  });
});
