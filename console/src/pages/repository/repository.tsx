import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useParams, useSearchParams } from 'react-router';
import { PageLink } from '../../parts/addresses/page-link.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Copyable } from '../../parts/values/copyable.tsx';
import { Branches } from './branches.tsx';
import { Commits } from './commits.tsx';
import { Files } from './files.tsx';
import { useBranches, useRepository } from './use-repository.ts';

/** One repository: its files and commits on a branch, its branches, and how to clone it. */
export function Repository() {
  const { name = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const repository = useRepository(name);
  const branches = useBranches(name);
  if (repository.isError && repository.data === undefined)
    return (
      <Failure what={`The repository ${name}`} error={repository.error} onRetry={() => void repository.refetch()} />
    );
  const all = branches.data ?? [];
  const wanted = search.get('branch') ?? repository.data?.defaultBranch ?? all[0]?.name;
  const branch = all.find((candidate) => candidate.name === wanted);
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(key, value);
    if (key === 'branch') next.delete('path');
    setSearch(next);
  };
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={repository.data?.repositoryDescription ?? <PageLink to="/repositories">All repositories</PageLink>}
        actions={
          <Select
            selectedOption={branch === undefined ? null : { value: branch.name, label: branch.name }}
            options={all.map((option) => ({ value: option.name, label: option.name }))}
            onChange={({ detail }) => set('branch', detail.selectedOption.value ?? '')}
            placeholder="No branch yet"
            ariaLabel="Branch"
          />
        }
      >
        {name}
      </Header>
      <Tabs
        activeTabId={search.get('tab') ?? 'files'}
        onChange={({ detail }) => set('tab', detail.activeTabId)}
        tabs={[
          {
            id: 'files',
            label: 'Files',
            content: (
              <Files
                repository={name}
                commitId={branch?.commitId}
                path={search.get('path') ?? ''}
                onOpen={(path) => set('path', path)}
              />
            ),
          },
          { id: 'commits', label: 'Commits', content: <Commits repository={name} tip={branch?.commitId} /> },
          { id: 'branches', label: 'Branches', content: <Branches repository={name} branches={all} /> },
          { id: 'clone', label: 'Clone', content: <Clone url={repository.data?.cloneUrlHttp ?? ''} /> },
        ]}
      />
    </SpaceBetween>
  );
}

function Clone({ url }: { readonly url: string }) {
  return (
    <Container header={<Header description="Signing in needs one of the two helpers.">Clone over HTTP</Header>}>
      <SpaceBetween size="m">
        <Command
          label="With the helper of Velocius"
          text={`git clone --config credential.helper='!velocius git-credential' --config credential.UseHttpPath=true ${url}`}
        />
        <Command
          label="With the AWS CLI"
          text={`git clone --config credential.helper='!aws codecommit credential-helper $@' --config credential.UseHttpPath=true ${url}`}
        />
      </SpaceBetween>
    </Container>
  );
}

function Command({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <Box variant="awsui-key-label">{label}</Box>
      <Box variant="code">
        <Copyable text={text} what="the command" />
      </Box>
    </div>
  );
}
