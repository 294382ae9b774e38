import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Layout } from './layout.tsx';
import { Broken } from './pages/broken.tsx';
import { NotFound } from './pages/not-found.tsx';
import { eventually } from './wire/eventually.ts';

/** A page that is loaded when it is gone to, also when the server is away at that moment. */
const page = (load: () => Promise<ComponentType>) => async () => ({ Component: await eventually(load) });

/**
 * Every page and its address; the server's side of them is `src/kernel/console-links.ts`. Pages are loaded when they are gone to.
 */
const PAGES: RouteObject[] = [
  { index: true, lazy: page(async () => (await import('./pages/pipelines/pipelines.tsx')).Pipelines) },
  {
    path: 'pipelines',
    lazy: page(async () => (await import('./pages/pipelines/pipelines.tsx')).Pipelines),
  },
  {
    path: 'pipelines/:name',
    lazy: page(async () => (await import('./pages/pipeline/pipeline.tsx')).Pipeline),
  },
  {
    path: 'pipelines/:name/stages/:stage/actions/:action',
    lazy: page(async () => (await import('./pages/pipeline/pipeline.tsx')).Pipeline),
  },
  {
    path: 'pipelines/:name/executions',
    lazy: page(async () => (await import('./pages/executions/executions.tsx')).Executions),
  },
  {
    path: 'pipelines/:name/executions/:id',
    lazy: page(async () => (await import('./pages/execution/execution.tsx')).Execution),
  },
  {
    path: 'pipelines/:name/compare/:one/:other',
    lazy: page(async () => (await import('./pages/compare/compare.tsx')).Compare),
  },
  { path: 'projects', lazy: page(async () => (await import('./pages/projects/projects.tsx')).Projects) },
  { path: 'projects/:name', lazy: page(async () => (await import('./pages/project/project.tsx')).Project) },
  { path: 'builds/:id', lazy: page(async () => (await import('./pages/build/build.tsx')).Build) },
  { path: 'batches/:id', lazy: page(async () => (await import('./pages/batch/batch.tsx')).Batch) },
  { path: 'logs/:group/:stream', lazy: page(async () => (await import('./pages/log/log.tsx')).Log) },
  {
    path: 'repositories',
    lazy: page(async () => (await import('./pages/repositories/repositories.tsx')).Repositories),
  },
  {
    path: 'repositories/:name',
    lazy: page(async () => (await import('./pages/repository/repository.tsx')).Repository),
  },
  {
    path: 'repositories/:name/commits/:id',
    lazy: page(async () => (await import('./pages/commit/commit.tsx')).Commit),
  },
  {
    path: 'applications',
    lazy: page(async () => (await import('./pages/applications/applications.tsx')).Applications),
  },
  {
    path: 'applications/:name',
    lazy: page(async () => (await import('./pages/application/application.tsx')).Application),
  },
  {
    path: 'deployments/:id',
    lazy: page(async () => (await import('./pages/deployment/deployment.tsx')).Deployment),
  },
  { path: 'buckets', lazy: page(async () => (await import('./pages/buckets/buckets.tsx')).Buckets) },
  { path: 'buckets/:bucket', lazy: page(async () => (await import('./pages/bucket/bucket.tsx')).Bucket) },
  {
    path: 'buckets/:bucket/objects/:key',
    lazy: page(async () => (await import('./pages/object/object.tsx')).StoredObject),
  },
  { path: 'rules', lazy: page(async () => (await import('./pages/rules/rules.tsx')).Rules) },
  { path: 'rules/:name', lazy: page(async () => (await import('./pages/rule/rule.tsx')).Rule) },
  { path: 'events', lazy: page(async () => (await import('./pages/events/events.tsx')).Events) },
  { path: 'new-pipeline', lazy: page(async () => (await import('./pages/edit/edit.tsx')).NewPipeline) },
  {
    path: 'pipelines/:name/edit',
    lazy: page(async () => (await import('./pages/edit/edit.tsx')).EditPipeline),
  },
];

export const router = createBrowserRouter(
  [
    {
      path: '/',
      Component: Layout,
      HydrateFallback: () => null,
      children: [{ ErrorBoundary: Broken, children: [...PAGES, { path: '*', Component: NotFound }] }],
    },
  ],
  { basename: '/console' },
);
