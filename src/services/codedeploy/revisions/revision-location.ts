import { invalidRevision, revisionRequired } from '../errors.ts';
import type { GitHubLocation, RevisionLocation, S3Location } from '../shapes.ts';

/** A revision a host can fetch, checked; `identity` is the same for every spelling of one revision. */
export interface CheckedRevision {
  readonly identity: string;
  readonly location: RevisionLocation;
}

const SERVER_BUNDLES: readonly string[] = ['tar', 'tgz', 'zip'];

export function checkRevision(location: RevisionLocation | undefined): CheckedRevision {
  if (location === undefined) throw revisionRequired();
  switch (location.revisionType) {
    case 'S3':
      return checkS3(location.s3Location);
    case 'GitHub':
      return checkGitHub(location.gitHubLocation);
    default:
      throw invalidRevision('The Server compute platform takes revisions of type S3 and GitHub.');
  }
}

function checkS3(s3Location: S3Location | undefined): CheckedRevision {
  const { bucket, key, bundleType, version, eTag } = s3Location ?? {};
  if (!bucket) throw invalidRevision('The S3 location has no bucket.');
  if (!key) throw invalidRevision('The S3 location has no key.');
  if (bundleType === undefined || !SERVER_BUNDLES.includes(bundleType)) {
    throw invalidRevision('The bundle type of the S3 location must be tar, tgz or zip.');
  }
  const identity = JSON.stringify(['S3', bucket, key, bundleType, version ?? '', unquoted(eTag ?? '')]);
  return { identity, location: { revisionType: 'S3', s3Location: { bucket, key, bundleType, version, eTag } } };
}

function checkGitHub(gitHubLocation: GitHubLocation | undefined): CheckedRevision {
  const { repository, commitId } = gitHubLocation ?? {};
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository ?? '')) throw invalidRevision('The GitHub repository must be owner/name.');
  if (!/^[0-9a-f]{40}$/.test(commitId ?? '')) throw invalidRevision('The GitHub commit id must be 40 hex digits.');
  return {
    identity: JSON.stringify(['GitHub', repository, commitId]),
    location: { revisionType: 'GitHub', gitHubLocation: { repository, commitId } },
  };
}

/** Entity tags come with and without their quotes. */
export function unquoted(eTag: string): string {
  return eTag.replace(/^"(.*)"$/, '$1');
}
