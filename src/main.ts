import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ActionProvider } from './actions/action.ts';
import { createActionProviders } from './actions/index.ts';
import { createProviders } from './actions/providers.ts';
import { createAws } from './aws/aws.ts';
import { createStoredValues } from './aws/stored-values.ts';
import {
  type Config,
  DEFAULT_GITHUB_API,
  DEFAULT_GITHUB_URL,
  DEFAULT_HISTORY_DAYS,
  DEFAULT_MAX_PIPELINES,
  DEFAULT_MAX_POLLED_PIPELINES,
  DEFAULT_ROOT_KEY,
  endpointOf,
  sqliteFile,
} from './config.ts';
import { consoleEdge } from './console/console-edge.ts';
import { createKeys } from './credentials/keys.ts';
import { deliveryEdge } from './deliveries/delivery-edge.ts';
import { gitDeliveries } from './deliveries/git-deliveries.ts';
import { Declarations } from './engine/facts/declarations.ts';
import { FreshAttempts } from './engine/facts/fresh-attempts.ts';
import { createGitEvents } from './engine/git-events.ts';
import { createSourceChanges } from './engine/source-changes.ts';
import { createEvents } from './events/events.ts';
import { createLiveEvents } from './events/live-events.ts';
import type { Edge } from './gateway/http.ts';
import { protocolsOf } from './gateway/protocols.ts';
import { type Address, serve } from './gateway/server.ts';
import type { Keys } from './gateway/signature/authenticate.ts';
import { createRemoteRepositories } from './git/remote-repositories.ts';
import { createJobs } from './jobs/jobs.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import { consoleLinks } from './kernel/console-links.ts';
import { GIT_DELIVERY_PATH, WEBHOOK_PATH } from './kernel/delivery-paths.ts';
import { type Ids, randomIds } from './kernel/ids.ts';
import { type Log, writeLog } from './kernel/log.ts';
import type { AnyService } from './kernel/operation.ts';
import type { RuleTarget } from './ports/rule-target.ts';
import { createImages } from './registries/registry.ts';
import { createRuleProviders } from './rules/index.ts';
import type { RuleProvider } from './rules/rule.ts';
import { createImageBuilds } from './runners/image-builds.ts';
import { keepSecretKey } from './secrets/secret-key.ts';
import { createSecrets, type Secrets } from './secrets/secrets.ts';
import { createCodeBuild } from './services/codebuild/index.ts';
import { createCodeCommit } from './services/codecommit/index.ts';
import { createCodeConnections } from './services/codeconnections/index.ts';
import { createCodeDeploy } from './services/codedeploy/index.ts';
import type { DeploymentTimeouts } from './services/codedeploy/timeouts.ts';
import { createCodeDeployCommands } from './services/codedeploy-commands/index.ts';
import { createGitReader } from './services/codepipeline/git/git-reader.ts';
import { type CodePipeline, createCodePipeline } from './services/codepipeline/index.ts';
import { createConnectionSetupService } from './services/connection-setup/index.ts';
import { createEventBridge } from './services/events/index.ts';
import { createLogs } from './services/logs/index.ts';
import { createS3 } from './services/s3/index.ts';
import { createSns } from './services/sns/index.ts';
import { createSts } from './services/sts/index.ts';
import { createWatch } from './services/watch/index.ts';
import type { Database } from './store/database.ts';
import { openDatabase } from './store/open.ts';
import { Worker } from './work/worker.ts';

const CONSOLE_DIRECTORY = fileURLToPath(new URL('../console/dist', import.meta.url));

/** A running server. */
export interface Velocius {
  readonly address: Address;
  /** Base URL of the server, such as `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** What the outside lends to the server: replaced in tests. */
export interface Outside {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly log?: Log;
  readonly deploymentTimeouts?: Partial<DeploymentTimeouts>;
  /** Milliseconds after which the work of a server that shows no life is another's. */
  readonly leaseMs?: number;
  /** Kinds of targets of event rules beside our own. */
  readonly ruleTargets?: readonly RuleTarget[];
  /** Kinds of action beside our own. */
  readonly providers?: readonly ActionProvider[];
  /** Kinds of rule beside our own. */
  readonly rules?: readonly RuleProvider[];
}

/** What rooms stand on: made, or lent, by whoever wires them. */
export interface Ground {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly database: Database;
  readonly worker: Worker;
}

/** The rooms of one server, before its port is open. */
export interface House {
  readonly keys: Keys;
  readonly services: readonly AnyService[];
  readonly s3: AnyService;
  readonly edges: readonly Edge[];
  /** The rooms are reached under this base URL from now on. */
  open(endpoint: string): Promise<void>;
  /** Ends what the rooms have under way outside this process. */
  close(): void;
}

/** Wires all rooms together. The only place where rooms meet. */
export function wire(config: Config, outside: Outside, ground: Ground): House {
  const { clock, ids, log, secrets, database, worker } = ground;
  const root = { ...(config.rootKey ?? DEFAULT_ROOT_KEY), account: config.account };
  const keys = createKeys({ database, clock, ids, root });
  const events = createEvents({ ids, work: worker });
  const changes = createSourceChanges({ work: worker });
  const gitEvents = createGitEvents({ database, clock, ids, work: worker });
  const base = { database, clock, ids, log, events, work: worker };
  let endpoint = '';

  const s3 = createS3({ ...base, changes, directory: join(config.data, 'objects') });
  const codecommit = createCodeCommit({
    ...base,
    changes,
    gitEvents,
    keys,
    directory: join(config.data, 'repositories'),
  });
  const codeconnections = createCodeConnections({ ...base, secrets });
  const remotes = createRemoteRepositories({ ids, clock, directory: join(config.data, 'fetched') });
  const logs = createLogs(base);
  const aws = createAws(config.aws);
  const codebuild = createCodeBuild({
    ...base,
    objects: s3.objects,
    repositories: codecommit.repositories,
    connections: codeconnections.connections,
    remotes,
    logs: logs.streams,
    stored: createStoredValues(aws),
    credentials: keys,
    secrets,
    githubUrl: config.githubUrl ?? DEFAULT_GITHUB_URL,
    directory: join(config.data, 'builds'),
    runner: config.runner,
    runnerOptions: config.runnerOptions,
    endpoint: () => endpoint,
  });
  const sns = createSns({ ...base, endpoint: () => config.publicUrl ?? endpoint });
  const codedeploy = createCodeDeploy({ ...base, timeouts: outside.deploymentTimeouts });
  const jobs = createJobs({ ...base, credentials: keys, secrets });
  const registry = { url: config.registryUrl, login: config.registryLogin };
  const imageBuilds = createImageBuilds({ runnerOptions: config.runnerOptions ?? {}, registry });
  const providers = createActionProviders({
    clock,
    aws,
    jobs,
    objects: s3.objects,
    repositories: codecommit.repositories,
    connections: codeconnections.connections,
    remotes,
    images: createImages(registry),
    imageBuilds,
    logs: logs.streams,
    githubUrl: config.githubUrl ?? DEFAULT_GITHUB_URL,
    links: (region) => consoleLinks(config.publicUrl ?? endpoint, region),
    builds: codebuild.builds,
    deployments: codedeploy.deployments,
    topics: sns.topics,
    pipelines: () => codepipeline.runs,
    directory: join(config.data, 'actions'),
  });
  const codepipeline: CodePipeline = createCodePipeline({
    ...base,
    outward: { publicUrl: config.publicUrl, githubApi: config.githubApi ?? DEFAULT_GITHUB_API },
    secrets,
    git: createGitReader({
      repositories: codecommit.repositories,
      connections: codeconnections.connections,
      remotes,
    }),
    declarations: new Declarations(),
    fresh: new FreshAttempts(),
    providers: createProviders([...providers, ...(outside.providers ?? [])], { aws, jobs }),
    credentials: keys,
    maxPipelines: config.maxPipelines ?? DEFAULT_MAX_PIPELINES,
    maxPolledPipelines: config.maxPolledPipelines ?? DEFAULT_MAX_POLLED_PIPELINES,
    historyDays: config.historyDays ?? DEFAULT_HISTORY_DAYS,
    artifactDays: config.artifactDays,
    objects: s3.objects,
    rules: [...createRuleProviders({ clock, aws, actions: providers }), ...(outside.rules ?? [])],
  });
  const deliveries = gitDeliveries({ connections: codeconnections.connections, events: gitEvents });
  const targets: readonly RuleTarget[] = [
    codepipeline.ruleTarget,
    codebuild.ruleTarget,
    logs.ruleTarget,
    sns.ruleTarget,
    ...(outside.ruleTargets ?? []),
  ];
  const eventbridge = createEventBridge({ ...base, targets });
  const sts = createSts({ clock, credentials: keys });

  for (const { workHandlers } of [codepipeline, codecommit, logs, codebuild, codedeploy, eventbridge, sns]) {
    for (const [kind, handler] of Object.entries(workHandlers)) worker.handle(kind, handler);
  }
  for (const [name, reader] of Object.entries(eventbridge.queueReaders)) worker.readQueue(name, reader);

  const services: readonly AnyService[] = [
    codepipeline.service,
    codecommit.service,
    ...codeconnections.services,
    createConnectionSetupService({ setup: codeconnections.setup, publicUrl: config.publicUrl }),
    codebuild.service,
    codedeploy.service,
    ...createCodeDeployCommands({ ...base, commands: codedeploy.commands }),
    eventbridge.service,
    logs.service,
    sns.service,
    sts,
    createWatch({ database, agents: codedeploy.agents }),
  ];
  return {
    keys,
    services,
    s3: s3.service,
    edges: [
      codecommit.git,
      sns.certificate,
      deliveryEdge('webhooks', WEBHOOK_PATH, codepipeline.webhooks),
      deliveryEdge('git hosts', GIT_DELIVERY_PATH, deliveries),
      consoleEdge({
        keys,
        clock,
        directory: CONSOLE_DIRECTORY,
        live: createLiveEvents(database),
        account: config.account,
        defaultKey: config.rootKey === undefined,
      }),
    ],
    open: async (at) => {
      endpoint = at;
      await codepipeline.start();
    },
    close: () => {
      remotes.close();
      imageBuilds.close();
    },
  };
}

/** Wires all rooms together and opens the port. */
export async function startVelocius(config: Config, outside: Outside = {}): Promise<Velocius> {
  const clock = outside.clock ?? systemClock;
  const ids = outside.ids ?? randomIds;
  const log = outside.log ?? writeLog((line) => process.stderr.write(line), clock);
  await mkdir(config.data, { recursive: true });
  const secrets = createSecrets(config.secretKey ?? (await keepSecretKey(config.data, ids)), ids);
  const database = await openDatabase({ sqliteFile: sqliteFile(config), url: config.database });
  const { leaseMs } = outside;
  const worker = new Worker({ database, clock, log, node: ids.uuid(), ...(leaseMs === undefined ? {} : { leaseMs }) });
  const house = wire(config, outside, { clock, ids, log, secrets, database, worker });
  const { keys, services, edges } = house;

  const gateway = await serve(config, {
    keys,
    clock,
    ids,
    log,
    trustedProxies: config.trustedProxies ?? [],
    screenRules: { onlyLoopbackHosts: config.rootKey === undefined },
    edges,
    protocols: protocolsOf({ services, s3: house.s3, strict: config.strict }),
  }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const endpoint = endpointOf(gateway.address.host, gateway.address.port);
  await house.open(endpoint);
  await worker.start();
  return {
    address: gateway.address,
    endpoint,
    close: async () => {
      await gateway.close();
      house.close();
      await worker.stop();
      await database.close();
    },
  };
}
