/**
 * Addresses of the console's pages: what the API hands out as entityUrl, externalExecutionUrl, revisionUrl, consoleLink and
 * deepLink. The only place that knows them; `endpoint` is the server's base URL, such as `http://127.0.0.1:4566`.
 */
export interface ConsoleLinks {
  pipeline(name: string): string;
  execution(pipeline: string, id: string): string;
  /** Where a manual approval is decided. */
  approval(pipeline: string, stage: string, action: string): string;
  repository(name: string): string;
  commit(repository: string, commitId: string): string;
  project(name: string): string;
  build(id: string): string;
  batch(id: string): string;
  application(name: string): string;
  deployment(id: string): string;
  bucket(name: string): string;
  object(bucket: string, key: string): string;
  log(group: string, stream: string): string;
  rule(name: string): string;
}

/** Path below which the console answers. */
export const CONSOLE_PATH = '/console';

export function consoleLinks(endpoint: string, region: string): ConsoleLinks {
  const page = (...names: readonly string[]) => {
    const path = names.map(encodeURIComponent).join('/');
    return `${endpoint}${CONSOLE_PATH}/${path}?region=${encodeURIComponent(region)}`;
  };
  return {
    pipeline: (name) => page('pipelines', name),
    execution: (pipeline, id) => page('pipelines', pipeline, 'executions', id),
    approval: (pipeline, stage, action) => page('pipelines', pipeline, 'stages', stage, 'actions', action),
    repository: (name) => page('repositories', name),
    commit: (repository, commitId) => page('repositories', repository, 'commits', commitId),
    project: (name) => page('projects', name),
    build: (id) => page('builds', id),
    batch: (id) => page('batches', id),
    application: (name) => page('applications', name),
    deployment: (id) => page('deployments', id),
    bucket: (name) => page('buckets', name),
    object: (bucket, key) => page('buckets', bucket, 'objects', key),
    log: (group, stream) => page('logs', group, stream),
    rule: (name) => page('rules', name),
  };
}
