/** What a deployment is to do on this host, as the service says it (and the envelope signs it). */
export interface Specification {
  readonly deploymentId: string;
  readonly deploymentGroupId: string;
  readonly deploymentGroupName: string;
  readonly applicationName: string;
  readonly creator: string;
  readonly deploymentType: string;
  readonly appSpecFilename: string;
  /** In capitals, not yet checked: an appspec of its own may overrule it. */
  readonly fileExistsBehavior: string;
  readonly revision: Revision;
}

export type BundleType = 'tar' | 'tgz' | 'zip';

export type Revision =
  | {
      readonly type: 'S3';
      readonly bucket: string;
      readonly key: string;
      readonly bundleType: BundleType;
      readonly version: string | undefined;
      readonly etag: string | undefined;
    }
  | { readonly type: 'Local Directory'; readonly location: string }
  | { readonly type: 'Local File'; readonly location: string; readonly bundleType: BundleType };

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the JSON inside the envelope. Ids become names of directories and are refused when they could not.
 *
 * Gaps: revisions on GitHub; ReuseArchiveFromDeploymentId (the bundle is fetched again).
 */
export function readSpecification(text: string): Specification {
  const data = object(JSON.parse(text), 'Deployment Spec');
  const required = (name: string): string => {
    const value = optional(data, name);
    if (value === undefined) throw new Error(`Deployment Spec has no ${name}`);
    return value;
  };
  return {
    deploymentId: directoryName(lastOfArn(required('DeploymentId'))),
    deploymentGroupId: directoryName(required('DeploymentGroupId')),
    deploymentGroupName: required('DeploymentGroupName'),
    applicationName: required('ApplicationName'),
    creator: optional(data, 'DeploymentCreator') ?? 'user',
    deploymentType: optional(data, 'DeploymentType') ?? 'IN_PLACE',
    appSpecFilename: directoryName(optional(data, 'AppSpecFilename') ?? 'appspec.yml'),
    fileExistsBehavior: readFileExistsBehavior(data),
    revision: readRevision(data),
  };
}

function readFileExistsBehavior(data: Json): string {
  const overrides = object(data.AgentActionOverrides ?? {}, 'AgentActionOverrides');
  const agent = object(overrides.AgentOverrides ?? {}, 'AgentOverrides');
  return (optional(agent, 'FileExistsBehavior') ?? 'DISALLOW').toUpperCase();
}

function readRevision(data: Json): Revision {
  if (data.Revision === undefined || data.Revision === null) throw new Error('Must specify a revison');
  const revision = object(data.Revision, 'Revision');
  const type = optional(revision, 'RevisionType');
  if (type === undefined) throw new Error('Must specify a revision source');
  if (type === 'S3') return readS3(object(revision.S3Revision, 'S3Revision'));
  if (type === 'Local File' || type === 'Local Directory') {
    return readLocal(type, object(revision.LocalRevision, 'LocalRevision'));
  }
  if (type === 'GitHub') throw new Error('This agent does not fetch revisions from GitHub; put the bundle into S3');
  throw new Error('Exactly one of S3Revision, GitHubRevision, or LocalRevision must be specified');
}

function readS3(s3: Json): Revision {
  const [bucket, key, bundleType] = ['Bucket', 'Key', 'BundleType'].map((name) => optional(s3, name));
  if (bucket === undefined || key === undefined || bundleType === undefined) {
    throw new Error('S3Revision in Deployment Spec must specify Bucket, Key and BundleType');
  }
  if (!isBundleType(bundleType)) throw new Error('BundleType in S3Revision must be tar, tgz or zip');
  return { type: 'S3', bucket, key, bundleType, version: optional(s3, 'Version'), etag: optional(s3, 'ETag') };
}

function readLocal(type: 'Local File' | 'Local Directory', local: Json): Revision {
  const location = optional(local, 'Location');
  if (location === undefined) throw new Error('LocalRevision in Deployment Spec must specify Location');
  if (type === 'Local Directory') return { type, location };
  const bundleType = optional(local, 'BundleType') ?? 'tar';
  if (!isBundleType(bundleType)) throw new Error('BundleType in LocalRevision must be tar, tgz or zip');
  return { type, location, bundleType };
}

function isBundleType(type: string): type is BundleType {
  return type === 'tar' || type === 'tgz' || type === 'zip';
}

function object(value: unknown, what: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} must be an object`);
  return value as Json; // -- any object that is no array is a record
}

/** A text that is there and not empty. */
function optional(data: Json, name: string): string | undefined {
  const value = data[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new Error(`${name} in Deployment Spec must be a string`);
  return value;
}

/** `arn:aws:codedeploy:<region>:<account>:deployment/<id>`, or the id itself. */
function lastOfArn(id: string): string {
  return id.startsWith('arn:') ? (id.split(':').slice(5).join(':').split('/')[1] ?? '') : id;
}

function directoryName(name: string): string {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(name)) {
    throw new Error(`Deployment Spec holds ${JSON.stringify(name)}, which cannot be the name of a file`);
  }
  return name;
}
