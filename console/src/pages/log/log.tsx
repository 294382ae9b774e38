import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import { LogView } from '../../parts/log/log-view.tsx';

/** A log stream by itself: where links to logs lead. */
export function Log() {
  const { group = '', stream = '' } = useParams();
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={group}>
        {stream}
      </Header>
      <LogView place={{ group, stream }} growing />
    </SpaceBetween>
  );
}
