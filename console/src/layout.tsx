import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar';
import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import { useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { LiveStatus } from './live-status.tsx';
import { Outdated } from './outdated.tsx';
import { useFollow } from './parts/addresses/use-follow.ts';
import { usePageHeading } from './parts/addresses/use-page-heading.ts';
import { Noticeboard, Notices } from './parts/deeds/notices.tsx';
import { useRegionOfAddress } from './session/use-region-of-address.ts';
import { TopBar } from './top-bar.tsx';
import { LiveProvider } from './wire/live.tsx';

const SECTIONS: SideNavigationProps['items'] = [
  { type: 'link', text: 'Pipelines', href: '/console/pipelines' },
  { type: 'link', text: 'Repositories', href: '/console/repositories' },
  { type: 'link', text: 'Builds', href: '/console/projects' },
  { type: 'link', text: 'Deployments', href: '/console/applications' },
  { type: 'link', text: 'Buckets', href: '/console/buckets' },
  { type: 'link', text: 'Rules', href: '/console/rules' },
  { type: 'link', text: 'Events', href: '/console/events' },
];

/** Pages that stand in a section by another name. */
const SECTION_OF: Readonly<Record<string, string>> = {
  '': 'pipelines',
  'new-pipeline': 'pipelines',
  builds: 'projects',
  batches: 'projects',
  logs: 'projects',
  deployments: 'applications',
};

/** What is around every page. */
export function Layout() {
  return (
    <LiveProvider>
      <Noticeboard>
        <TopBar />
        <Frame />
      </Noticeboard>
    </LiveProvider>
  );
}

function Frame() {
  const { pathname } = useLocation();
  const follow = useFollow();
  usePageHeading();
  useRegionOfAddress();
  const [open, setOpen] = useState(() => window.innerWidth > 900);
  const [, place = ''] = pathname.split('/');
  return (
    <AppLayoutToolbar
      headerSelector="#top"
      toolsHide
      navigationOpen={open}
      onNavigationChange={({ detail }) => setOpen(detail.open)}
      ariaLabels={{ navigation: 'Sections', navigationClose: 'Close sections', navigationToggle: 'Open sections' }}
      breadcrumbs={<LiveStatus />}
      notifications={
        <>
          <Outdated />
          <Notices />
        </>
      }
      navigation={
        <SideNavigation
          header={{ text: 'Velocius', href: '/console/pipelines' }}
          items={SECTIONS}
          activeHref={`/console/${SECTION_OF[place] ?? place}`}
          onFollow={follow}
        />
      }
      content={<Outlet />}
    />
  );
}
