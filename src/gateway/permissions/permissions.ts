import { arn } from '../../kernel/arn.ts';
import type { Grant } from '../../ports/credentials.ts';
import type { Target } from '../target.ts';
import { objectPermissions } from './object-permissions.ts';

/** Where a request is served. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

export type Members = Readonly<Record<string, unknown>>;

/** What policies call that which a request asks for: all of these must be allowed. Of no resource in particular: `*`. */
export function permissionsFor({ service, operation }: Target, input: unknown, place: Place): readonly Grant[] {
  const members: Members = typeof input === 'object' && input !== null ? { ...input } : {};
  if (service.name === 's3') return objectPermissions(operation.name, members);
  const resources = Object.hasOwn(RESOURCES, service.name) ? (RESOURCES[service.name]?.(members, place) ?? []) : [];
  const action = `${service.name}:${operation.name}`;
  return (resources.length === 0 ? ['*'] : resources).map((resource) => ({ action, resource }));
}

/**
 * The resources that an input names. Gaps: of events those of the default bus, of batches of builds and deployments none: only a
 * policy for every resource lets them pass.
 */
const RESOURCES: Readonly<Record<string, (members: Members, place: Place) => readonly string[]>> = {
  codepipeline: (members, { region, account }) => {
    const type = actionTypeOf(members);
    if (type !== undefined) return [arn('codepipeline', region, account, `actiontype:${type}`)];
    const pipeline = members.pipelineName ?? members.name ?? membersOf(members.pipeline).name;
    const path = texts(pipeline, members.stageName, members.actionName).join('/');
    return path === '' ? texts(members.resourceArn) : [arn('codepipeline', region, account, path)];
  },
  codecommit: (members, { region, account }) => {
    const names = texts(members.repositoryName, ...listOf(members.repositoryNames));
    return names.length === 0
      ? texts(members.resourceArn)
      : names.map((name) => arn('codecommit', region, account, name));
  },
  codebuild: (members, { region, account }) => {
    const names = texts(members.projectName ?? members.name, ...listOf(members.names));
    const ofBuilds = texts(members.id, ...listOf(members.ids)).map((id) => id.split(':')[0] ?? '');
    return [...names, ...ofBuilds].map((name) => arn('codebuild', region, account, `project/${name}`));
  },
  codedeploy: (members, { region, account }) => {
    const [application, group] = texts(members.applicationName, members.deploymentGroupName);
    if (application === undefined) return texts(members.ResourceArn);
    const path = group === undefined ? `application:${application}` : `deploymentgroup:${application}/${group}`;
    return [arn('codedeploy', region, account, path)];
  },
  events: (members, { region, account }) => {
    const names = texts(members.Rule ?? members.Name);
    return names.length === 0
      ? texts(members.ResourceARN)
      : names.map((name) => arn('events', region, account, `rule/${name}`));
  },
  logs: (members, { region, account }) =>
    texts(members.logGroupName).map((name) => arn('logs', region, account, `log-group:${name}:*`)),
  sns: (members) => [
    ...texts(members.TopicArn ?? members.TargetArn ?? members.ResourceArn),
    ...texts(members.SubscriptionArn).map((text) => text.split(':').slice(0, -1).join(':')),
  ],
  sts: (members) => texts(members.RoleArn),
  codeconnections: (members) => texts(members.ConnectionArn ?? members.HostArn ?? members.ResourceArn),
  'codestar-connections': (members) => texts(members.ConnectionArn ?? members.HostArn ?? members.ResourceArn),
};

/** `Custom/Build/Mill/1`, of what asks about a type of action, or for jobs of one; who makes one of its own does not name itself. */
function actionTypeOf(members: Members): string | undefined {
  const id = [members.actionTypeId, membersOf(members.actionType).id, members].map(membersOf);
  const { owner = 'Custom', category, provider, version } = id.find((one) => one.provider !== undefined) ?? {};
  const parts = texts(owner, category, provider, version);
  return parts.length === 4 ? parts.join('/') : undefined;
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(...values: readonly unknown[]): string[] {
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}
