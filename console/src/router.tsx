import { createBrowserRouter, type RouteObject } from 'react-router';
import { Layout } from './layout.tsx';
import { NotFound } from './pages/not-found.tsx';

/**
 * Every page and its address; the server's side of them is `src/kernel/console-links.ts`. Pages are loaded when they are gone to.
 */
const PAGES: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./pages/pipelines/pipelines.tsx')).Pipelines }) },
  {
    path: 'pipelines',
    lazy: async () => ({ Component: (await import('./pages/pipelines/pipelines.tsx')).Pipelines }),
  },
  {
    path: 'pipelines/:name',
    lazy: async () => ({ Component: (await import('./pages/pipeline/pipeline.tsx')).Pipeline }),
  },
  {
    path: 'pipelines/:name/stages/:stage/actions/:action',
    lazy: async () => ({ Component: (await import('./pages/pipeline/pipeline.tsx')).Pipeline }),
  },
  {
    path: 'pipelines/:name/executions',
    lazy: async () => ({ Component: (await import('./pages/executions/executions.tsx')).Executions }),
  },
  {
    path: 'pipelines/:name/executions/:id',
    lazy: async () => ({ Component: (await import('./pages/execution/execution.tsx')).Execution }),
  },
  {
    path: 'pipelines/:name/compare/:one/:other',
    lazy: async () => ({ Component: (await import('./pages/compare/compare.tsx')).Compare }),
  },
  { path: 'projects', lazy: async () => ({ Component: (await import('./pages/projects/projects.tsx')).Projects }) },
  { path: 'projects/:name', lazy: async () => ({ Component: (await import('./pages/project/project.tsx')).Project }) },
  { path: 'builds/:id', lazy: async () => ({ Component: (await import('./pages/build/build.tsx')).Build }) },
  { path: 'batches/:id', lazy: async () => ({ Component: (await import('./pages/batch/batch.tsx')).Batch }) },
  { path: 'logs/:group/:stream', lazy: async () => ({ Component: (await import('./pages/log/log.tsx')).Log }) },
  {
    path: 'repositories',
    lazy: async () => ({ Component: (await import('./pages/repositories/repositories.tsx')).Repositories }),
  },
  {
    path: 'repositories/:name',
    lazy: async () => ({ Component: (await import('./pages/repository/repository.tsx')).Repository }),
  },
  {
    path: 'repositories/:name/commits/:id',
    lazy: async () => ({ Component: (await import('./pages/commit/commit.tsx')).Commit }),
  },
  {
    path: 'applications',
    lazy: async () => ({ Component: (await import('./pages/applications/applications.tsx')).Applications }),
  },
  {
    path: 'applications/:name',
    lazy: async () => ({ Component: (await import('./pages/application/application.tsx')).Application }),
  },
  {
    path: 'deployments/:id',
    lazy: async () => ({ Component: (await import('./pages/deployment/deployment.tsx')).Deployment }),
  },
  { path: 'buckets', lazy: async () => ({ Component: (await import('./pages/buckets/buckets.tsx')).Buckets }) },
  { path: 'buckets/:bucket', lazy: async () => ({ Component: (await import('./pages/bucket/bucket.tsx')).Bucket }) },
  {
    path: 'buckets/:bucket/objects/:key',
    lazy: async () => ({ Component: (await import('./pages/object/object.tsx')).StoredObject }),
  },
  { path: 'rules', lazy: async () => ({ Component: (await import('./pages/rules/rules.tsx')).Rules }) },
  { path: 'rules/:name', lazy: async () => ({ Component: (await import('./pages/rule/rule.tsx')).Rule }) },
  { path: 'events', lazy: async () => ({ Component: (await import('./pages/events/events.tsx')).Events }) },
  { path: 'new-pipeline', lazy: async () => ({ Component: (await import('./pages/edit/edit.tsx')).NewPipeline }) },
  {
    path: 'pipelines/:name/edit',
    lazy: async () => ({ Component: (await import('./pages/edit/edit.tsx')).EditPipeline }),
  },
];

export const router = createBrowserRouter(
  [
    {
      path: '/',
      Component: Layout,
      HydrateFallback: () => null,
      children: [...PAGES, { path: '*', Component: NotFound }],
    },
  ],
  { basename: '/console' },
);
