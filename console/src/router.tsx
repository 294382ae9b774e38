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
