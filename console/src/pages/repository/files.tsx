import Box from '@cloudscape-design/components/box';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import Container from '@cloudscape-design/components/container';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { describeError } from '../../wire/describe-error.ts';
import { useFile, useFolder } from './use-repository.ts';

interface FilesProps {
  readonly repository: string;
  readonly commitId: string | undefined;
  /** Path of a folder, ending with a slash or empty, or of a file. */
  readonly path: string;
  onOpen(path: string): void;
}

/** The files of a commit, folder by folder. */
export function Files({ repository, commitId, path, onOpen }: FilesProps) {
  if (commitId === undefined)
    return <Box color="text-body-secondary">There is no commit yet: the tab Clone says how to make the first.</Box>;
  const isFolder = path === '' || path.endsWith('/');
  return (
    <Container>
      <SpaceBetween size="m">
        <BreadcrumbGroup
          ariaLabel="Place in the repository"
          items={crumbs(repository, path)}
          onFollow={(event) => {
            event.preventDefault();
            onOpen(event.detail.href.slice(1));
          }}
        />
        {isFolder ? (
          <Folder repository={repository} commitId={commitId} path={path} onOpen={onOpen} />
        ) : (
          <FileView repository={repository} commitId={commitId} path={path} />
        )}
      </SpaceBetween>
    </Container>
  );
}

function crumbs(repository: string, path: string) {
  const names = path.split('/').filter((name) => name !== '');
  const isFolder = path.endsWith('/');
  return [
    { text: repository, href: '#' },
    ...names.map((text, index) => {
      const isLast = index === names.length - 1;
      return { text, href: `#${names.slice(0, index + 1).join('/')}${isLast && !isFolder ? '' : '/'}` };
    }),
  ];
}

type PlaceProps = Omit<FilesProps, 'commitId' | 'onOpen'> & { readonly commitId: string };

function Folder({ repository, commitId, path, onOpen }: PlaceProps & Pick<FilesProps, 'onOpen'>) {
  const folder = useFolder(repository, commitId, path === '' ? '/' : path.slice(0, -1));
  if (folder.isError) return <Box color="text-status-error">{describeError(folder.error)}</Box>;
  const { subFolders = [], files = [], symbolicLinks = [], subModules = [] } = folder.data ?? {};
  const entries = [
    ...subFolders.map(({ relativePath = '' }) => ({ name: `${relativePath}/`, open: `${path}${relativePath}/` })),
    ...files.map(({ relativePath = '' }) => ({ name: relativePath, open: `${path}${relativePath}` })),
    ...symbolicLinks.map(({ relativePath = '' }) => ({ name: `${relativePath} (link)`, open: undefined })),
    ...subModules.map(({ relativePath = '' }) => ({ name: `${relativePath} (submodule)`, open: undefined })),
  ];
  return (
    <ul aria-label="Files">
      {entries.map(({ name, open }) => (
        <li key={name}>
          {open === undefined ? (
            name
          ) : (
            <Link
              href={`#${open}`}
              onFollow={(event) => {
                event.preventDefault();
                onOpen(open);
              }}
            >
              {name}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function FileView({ repository, commitId, path }: PlaceProps) {
  const file = useFile(repository, commitId, path);
  if (file.isError) return <Box color="text-status-error">{describeError(file.error)}</Box>;
  if (file.data === undefined) return null;
  if (file.data.text === undefined) return <Box color="text-body-secondary">It is not text.</Box>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="wide" tabIndex={0} aria-label={path}>
      <Box variant="pre">{file.data.text}</Box>
    </section>
  );
}
