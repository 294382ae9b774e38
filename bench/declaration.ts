/**
 * What both accept. The variable without a value keeps our server from running the new pipeline at once, and its source is not
 * asked for changes: moto does neither.
 */
export function declaration(name: string): object {
  const action = (category: string, provider: string, more: object) => ({
    name: provider,
    actionTypeId: { category, owner: 'AWS', provider, version: '1' },
    runOrder: 1,
    ...more,
  });
  const source = {
    configuration: { S3Bucket: 'source', S3ObjectKey: 'object', PollForSourceChanges: 'false' },
    outputArtifacts: [{ name: 'Sources' }],
  };
  return {
    name,
    roleArn: 'arn:aws:iam::123456789012:role/bench',
    artifactStore: { type: 'S3', location: 'artifacts' },
    pipelineType: 'V2',
    variables: [{ name: 'v' }],
    stages: [
      { name: 'Source', actions: [action('Source', 'S3', source)] },
      { name: 'Approve', actions: [action('Approval', 'Manual', {})] },
    ],
  };
}
