import type { ArtifactDetail } from '@aws-sdk/client-codepipeline';
import Button from '@cloudscape-design/components/button';
import { useDownload } from './use-download.ts';

/** Saves an artifact. */
export function ArtifactLink({ artifact }: { readonly artifact: ArtifactDetail }) {
  const download = useDownload();
  const { name = '', s3location: { bucket = '', key = '' } = {} } = artifact;
  return (
    <Button variant="inline-link" iconName="download" onClick={() => download({ bucket, key, name: `${name}.zip` })}>
      {name}
    </Button>
  );
}
