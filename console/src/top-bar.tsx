import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useSearchParams } from 'react-router';
import { useSession } from './session/session.tsx';

const REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'me-south-1',
  'af-south-1',
];

const WORDS: TopNavigationProps.I18nStrings = {
  overflowMenuTriggerText: 'More',
  overflowMenuTitleText: 'All',
  overflowMenuBackIconAriaLabel: 'Back',
  overflowMenuDismissIconAriaLabel: 'Close',
};

/** Account and region. */
export function TopBar() {
  const { account, region, isDefault, signOut } = useSession();
  const [, setSearch] = useSearchParams();
  const utilities: TopNavigationProps.Utility[] = [
    {
      type: 'menu-dropdown',
      text: region,
      ariaLabel: `Region ${region}`,
      items: [...new Set([region, ...REGIONS])].sort().map((id) => ({ id, text: id })),
      onItemClick: ({ detail }) => setSearch({ region: detail.id }),
    },
    ...(isDefault ? [] : [{ type: 'button' as const, text: 'Sign out', onClick: () => signOut() }]),
  ];
  return (
    <div id="top" style={{ position: 'sticky', top: 0, zIndex: 1002 }}>
      <TopNavigation
        identity={{ href: '/console/', title: `Velocius · ${account}` }}
        utilities={utilities}
        i18nStrings={WORDS}
      />
    </div>
  );
}
