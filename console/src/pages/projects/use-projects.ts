import {
  BatchGetBuildsCommand,
  BatchGetProjectsCommand,
  type Build,
  ListBuildsForProjectCommand,
  type Project,
  paginateListProjects,
} from '@aws-sdk/client-codebuild';
import { useQuery } from '@tanstack/react-query';
import { useGlances } from '../../parts/lists/use-glances.ts';
import { useCodeBuild } from '../../wire/codebuild.ts';
import { usePolling } from '../../wire/live.tsx';
import { NothingThere } from '../../wire/nothing-there.ts';

/** Names of all projects of the region. */
export function useProjectNames() {
  const client = useCodeBuild();
  return useQuery({
    queryKey: ['wire', 'project-list'],
    queryFn: async () => {
      const names: string[] = [];
      for await (const page of paginateListProjects({ client }, {})) names.push(...(page.projects ?? []));
      return names;
    },
    refetchInterval: usePolling(),
  });
}

/** The last build of each project, in the order of the names. */
export function useLatestBuilds(names: readonly string[]): readonly (Build | null | undefined)[] {
  const client = useCodeBuild();
  return useGlances(
    names.map((projectName) => ({
      queryKey: ['wire', 'projects', projectName, 'latest'],
      queryFn: async (): Promise<Build | null> => {
        const { ids = [] } = await client.send(new ListBuildsForProjectCommand({ projectName }));
        if (ids[0] === undefined) return null;
        const { builds = [] } = await client.send(new BatchGetBuildsCommand({ ids: [ids[0]] }));
        return builds[0] ?? null;
      },
    })),
  );
}

export function useProject(name: string) {
  const client = useCodeBuild();
  return useQuery({
    queryKey: ['wire', 'projects', name, 'settings'],
    queryFn: async (): Promise<Project> => {
      const { projects = [] } = await client.send(new BatchGetProjectsCommand({ names: [name] }));
      if (projects[0] === undefined) throw new NothingThere(`There is no project ${name} in this region.`);
      return projects[0];
    },
  });
}

const SHOWN = 100;

/** The last builds of a project, newest first. */
export function useBuilds(projectName: string) {
  const client = useCodeBuild();
  return useQuery({
    queryKey: ['wire', 'projects', projectName, 'builds'],
    queryFn: async () => {
      const { ids = [] } = await client.send(new ListBuildsForProjectCommand({ projectName }));
      if (ids.length === 0) return [];
      return (await client.send(new BatchGetBuildsCommand({ ids: ids.slice(0, SHOWN) }))).builds ?? [];
    },
    refetchInterval: usePolling(),
  });
}
