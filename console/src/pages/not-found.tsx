import Box from '@cloudscape-design/components/box';
import { useLocation } from 'react-router';
import { PageLink } from '../parts/addresses/page-link.tsx';

export function NotFound() {
  const { pathname } = useLocation();
  return (
    <Box textAlign="center" padding="xxl">
      <Box variant="h1">There is no such page</Box>
      <Box variant="p">{pathname}</Box>
      <PageLink to="/pipelines">All pipelines</PageLink>
    </Box>
  );
}
