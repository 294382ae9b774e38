import { join } from 'node:path';
import { createActionProviders } from '../actions/index.ts';
import { createProviders } from '../actions/providers.ts';
import {
  DEFAULT_GITHUB_API,
  DEFAULT_GITHUB_URL,
  DEFAULT_HISTORY_DAYS,
  DEFAULT_MAX_PIPELINES,
  DEFAULT_MAX_POLLED_PIPELINES,
} from '../config.ts';
import { MAX_CONCURRENT } from '../engine/concurrency.ts';
import { Declarations } from '../engine/facts/declarations.ts';
import { FreshAttempts } from '../engine/facts/fresh-attempts.ts';
import { createJobs } from '../jobs/jobs.ts';
import { consoleLinks } from '../kernel/console-links.ts';
import { createImages } from '../registries/registry.ts';
import { createRuleProviders } from '../rules/index.ts';
import { createImageBuilds } from '../runners/image-builds.ts';
import { createGitReader } from '../services/codepipeline/git/git-reader.ts';
import { type CodePipeline, createCodePipeline } from '../services/codepipeline/index.ts';
import type { Base, Outside } from './ground.ts';
import type { Site, Workshop } from './workshop.ts';

/** Pipelines, and the actions and rules they can have. */
export function wirePipelines(site: Site, base: Base, workshop: Workshop, outside: Outside) {
  const { config, endpoint } = site;
  const { keys, secrets, rooms } = base;
  const { s3, codecommit, codeconnections, remotes, logs, aws, codebuild, sns, codedeploy } = workshop;
  const jobs = createJobs({ ...rooms, credentials: keys, secrets });
  const registry = { url: config.registryUrl, login: config.registryLogin };
  const imageBuilds = createImageBuilds({ runnerOptions: config.runnerOptions ?? {}, registry });
  const sources = {
    repositories: codecommit.repositories,
    connections: codeconnections.connections,
    remotes,
  };
  const providers = createActionProviders({
    ...sources,
    clock: rooms.clock,
    aws,
    jobs,
    objects: s3.objects,
    images: createImages(registry),
    imageBuilds,
    logs: logs.streams,
    githubUrl: config.githubUrl ?? DEFAULT_GITHUB_URL,
    links: (region) => consoleLinks(config.publicUrl ?? endpoint(), region),
    builds: codebuild.builds,
    deployments: codedeploy.deployments,
    topics: sns.topics,
    pipelines: () => codepipeline.runs,
    directory: join(config.data, 'actions'),
  });
  const codepipeline: CodePipeline = createCodePipeline({
    ...rooms,
    outward: { publicUrl: config.publicUrl, githubApi: config.githubApi ?? DEFAULT_GITHUB_API },
    secrets,
    git: createGitReader(sources),
    declarations: new Declarations(),
    fresh: new FreshAttempts(),
    providers: createProviders([...providers, ...(outside.providers ?? [])], { aws, jobs, clock: rooms.clock }),
    credentials: keys,
    maxConcurrent: outside.maxConcurrent ?? MAX_CONCURRENT,
    maxPipelines: config.maxPipelines ?? DEFAULT_MAX_PIPELINES,
    maxPolledPipelines: config.maxPolledPipelines ?? DEFAULT_MAX_POLLED_PIPELINES,
    historyDays: config.historyDays ?? DEFAULT_HISTORY_DAYS,
    artifactDays: config.artifactDays,
    objects: s3.objects,
    rules: [...createRuleProviders({ clock: rooms.clock, aws, actions: providers }), ...(outside.rules ?? [])],
  });
  return { codepipeline, imageBuilds };
}
