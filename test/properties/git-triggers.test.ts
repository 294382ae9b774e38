import { describe, expect, it } from 'vitest';
import type { GitEvent, GitPullRequest } from '../../src/ports/git-events.ts';
import { compileGlob } from '../../src/services/codepipeline/git/git-glob.ts';
import { isMeant } from '../../src/services/codepipeline/git/git-trigger.ts';
import type { GitConfiguration } from '../../src/services/codepipeline/shapes.ts';

describe('a glob', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['main', ['main'], ['mai', 'main2', 'a/main', 'Main']],
    ['*', ['main', '', '.hidden'], ['feature/one']],
    ['*.java', ['A.java', '.java'], ['a/A.java', 'A.javac']],
    ['*.*', ['a.b', '.'], ['ab']],
    ['*.{java,class}', ['A.java', 'A.class'], ['A.jar', 'A.java,class']],
    ['foo.?', ['foo.a', 'foo.é'], ['foo.', 'foo.ab', 'foo./']],
    ['feature/*', ['feature/a', 'feature/'], ['feature', 'feature/a/b']],
    ['feature/**', ['feature/a', 'feature/a/b'], ['feature', 'features/a']],
    ['feature**', ['feature', 'feature/a/b', 'features'], ['afeature']],
    ['**', ['', 'a', 'a/b', '.git/x'], []],
    ['**/*', ['a', 'a/b', 'a/.b'], []],
    ['**/README.md', ['README.md', 'a/README.md', 'a/b/README.md'], ['aREADME.md', 'README.md/a']],
    ['common/**/*.js', ['common/a.js', 'common/a/b.js'], ['a.js', 'common/a.ts', 'commons/a.js']],
    ['a**/b', ['a/b', 'axx/yy/b'], ['ab']],
    ['release-[0-9]', ['release-1'], ['release-x', 'release-']],
    ['v[!0]', ['v1', 'v!'], ['v0', 'v/']],
    ['[a-z&&[b]]', ['b]', 'a]', '&]'], ['a']],
    ['\\*', ['*'], ['a', '\\a']],
    ['a\\{b,c}', ['a{b,c}'], ['ab', 'ac']],
    ['{a,b', ['{a,b'], ['a', 'b']],
    ['a,b', ['a,b'], ['a', 'b']],
    ['{feature,fix}/*', ['feature/a', 'fix/b'], ['feature,fix/a']],
    ['v1.0', ['v1.0'], ['v1x0']],
    ['(a|b)+$^', ['(a|b)+$^'], ['a']],
    ['!(a)', ['!(a)'], ['b']],
    ['größe/*', ['größe/ä'], ['grosse/a']],
  ])('%s', (pattern, matching, others) => {
    const glob = compileGlob(pattern);
    for (const text of matching) expect(glob?.(text), text).toBe(true);
    for (const text of others) expect(glob?.(text), text).toBe(false);
  });

  it('that cannot be is none', () => {
    expect(compileGlob('[z-a]')).toBeUndefined();
  });

  it('takes no longer for having many stars', () => {
    const began = performance.now();
    const glob = compileGlob(`${'*a'.repeat(100)}b`);
    expect(glob?.('a'.repeat(4000))).toBe(false);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

const push = (ref: string, changedPaths?: readonly string[]): Pick<GitEvent, 'change' | 'changedPaths'> => {
  const [type, ...name] = ref.split(':');
  const reference = { type: type === 'tag' ? 'tag' : 'branch', name: name.join(':') } as const;
  return { change: { kind: 'push', reference, commitId: 'c'.repeat(40), before: undefined }, changedPaths };
};

const pull = (
  event: GitPullRequest['event'],
  targetBranch: string,
  changedPaths?: readonly string[],
): Pick<GitEvent, 'change' | 'changedPaths'> => ({
  change: {
    kind: 'pull-request',
    event,
    id: '1',
    title: 'A change',
    commitId: 'c'.repeat(40),
    sourceBranch: 'source',
    targetBranch,
    targetCommitId: undefined,
  },
  changedPaths,
});

type Filters = Omit<GitConfiguration, 'sourceActionName'>;
const TAGS: Filters = { push: [{ tags: { includes: ['v*'], excludes: ['v0*'] } }] };
const BRANCHES: Filters = { push: [{ branches: { includes: ['main', 'release/**'], excludes: ['release/old/*'] } }] };
const PATHS: Filters = {
  push: [{ branches: { includes: ['main'] }, filePaths: { includes: ['src/**', 'docs/**'], excludes: ['**/*.md'] } }],
};
const SEVERAL: Filters = {
  push: [{ tags: { includes: ['v*'] } }, { branches: { includes: ['main'] } }, { branches: { includes: ['fix/*'] } }],
};
const EXCLUDING: Filters = { push: [{ branches: { excludes: ['main'] } }] };
const PULLS: Filters = { pullRequest: [{ branches: { includes: ['main'] } }] };
const OPENED: Filters = { pullRequest: [{ events: ['OPEN', 'CLOSED'], branches: { includes: ['main'] } }] };
const PULLED_PATHS: Filters = {
  pullRequest: [{ branches: { includes: ['**'] }, filePaths: { includes: ['src/**'] } }],
};

describe('a trigger', () => {
  it.each<[string, Filters, Pick<GitEvent, 'change' | 'changedPaths'>, string]>([
    ['a tag that is included', TAGS, push('tag:v1'), 'yes'],
    ['a tag that is excluded as well', TAGS, push('tag:v0.1'), 'no'],
    ['a tag that is not included', TAGS, push('tag:x1'), 'no'],
    ['a branch, of tags', TAGS, push('branch:v1'), 'no'],
    ['a branch', BRANCHES, push('branch:main'), 'yes'],
    ['a branch below another', BRANCHES, push('branch:release/1/2'), 'yes'],
    ['an excluded branch', BRANCHES, push('branch:release/old/1'), 'no'],
    ['another branch', BRANCHES, push('branch:side'), 'no'],
    ['a tag, of branches', BRANCHES, push('tag:main'), 'no'],
    ['a pull request, of pushes', BRANCHES, pull('OPEN', 'main'), 'no'],
    ['a path that matters', PATHS, push('branch:main', ['README.md', 'src/a.ts']), 'yes'],
    ['paths that do not matter', PATHS, push('branch:main', ['package.json', 'src/read.md']), 'no'],
    ['no paths at all', PATHS, push('branch:main', []), 'no'],
    ['paths that are not known', PATHS, push('branch:main'), 'paths needed'],
    ['paths that are not known of another branch', PATHS, push('branch:side'), 'no'],
    ['a path that matters, of another branch', PATHS, push('branch:side', ['src/a.ts']), 'no'],
    ['the first of several filters', SEVERAL, push('tag:v1'), 'yes'],
    ['the last of several filters', SEVERAL, push('branch:fix/a'), 'yes'],
    ['none of several filters', SEVERAL, push('branch:fix/a/b'), 'no'],
    ['whatever is not excluded', EXCLUDING, push('branch:side/a'), 'yes'],
    ['what alone is excluded', EXCLUDING, push('branch:main'), 'no'],
    ['any event of a pull request', PULLS, pull('UPDATED', 'main'), 'yes'],
    ['a pull request into another branch', PULLS, pull('OPEN', 'side'), 'no'],
    ['a push, of pull requests', PULLS, push('branch:main'), 'no'],
    ['an event that is listed', OPENED, pull('CLOSED', 'main'), 'yes'],
    ['an event that is not listed', OPENED, pull('UPDATED', 'main'), 'no'],
    ['a pull request whose paths are not known', PULLED_PATHS, pull('OPEN', 'a/b'), 'paths needed'],
    ['a pull request whose paths matter', PULLED_PATHS, pull('OPEN', 'a/b', ['src/a']), 'yes'],
    ['a pull request whose paths do not matter', PULLED_PATHS, pull('OPEN', 'a/b', ['a/src']), 'no'],
  ])('%s', (_what, filters, event, expected) => {
    expect(isMeant({ kind: 'filters', filters: { sourceActionName: 'Fetch', ...filters } }, event)).toBe(expected);
  });

  it.each([
    ['branch:main', 'yes'],
    ['branch:main/a', 'no'],
    ['tag:main', 'no'],
  ])('without filters means pushes to its branch: %s %s', (ref, expected) => {
    expect(isMeant({ kind: 'branch', branch: 'main' }, push(ref))).toBe(expected);
    expect(isMeant({ kind: 'branch', branch: 'main' }, pull('OPEN', 'main'))).toBe('no');
  });
});
