/** An event of the server's bus, as its stream tells it. */
export interface BusEvent {
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Beginnings of the keys of all queries whose answers may have changed with the event. */
export function changedBy({ source, detail }: BusEvent): readonly (readonly string[])[] {
  const named = (name: string) => (typeof detail[name] === 'string' ? detail[name] : '');
  switch (source) {
    case 'aws.codepipeline':
      return [
        ['wire', 'pipelines', named('pipeline')],
        // A pipeline that was made runs at once; asking for all of a thousand at every step of each would be too much.
        ...(detail.state === 'STARTED' && detail.stage === undefined ? [['wire', 'pipeline-list']] : []),
      ];
    case 'aws.codebuild':
      return [
        ['wire', 'builds'],
        ['wire', 'projects', named('project-name')],
      ];
    case 'aws.codecommit':
      return [
        ['wire', 'repositories', named('repositoryName')],
        ['wire', 'repository-list'],
      ];
    case 'aws.codedeploy':
      return [['wire', 'deployments']];
    default:
      return [];
  }
}
