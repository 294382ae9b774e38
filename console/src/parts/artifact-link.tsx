import type { ArtifactDetail } from '@aws-sdk/client-codepipeline';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import Button from '@cloudscape-design/components/button';
import { useS3 } from '../wire/s3.ts';
import { useTell } from './notices.tsx';

/** Saves an artifact: a link that is signed when it is asked for. */
export function ArtifactLink({ artifact }: { readonly artifact: ArtifactDetail }) {
  const s3 = useS3();
  const tell = useTell();
  const { name = '', s3location } = artifact;
  const save = async () => {
    const { bucket: Bucket, key: Key } = s3location ?? {};
    const ResponseContentDisposition = `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}.zip"`;
    window.location.assign(
      await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key, ResponseContentDisposition }), { expiresIn: 60 }),
    );
  };
  return (
    <Button variant="inline-link" iconName="download" onClick={() => void save().catch(tell.failed)}>
      {name}
    </Button>
  );
}
