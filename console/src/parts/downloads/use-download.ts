import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { useS3 } from '../../wire/s3.ts';
import { useTell } from '../deeds/notices.tsx';

export interface StoredFile {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string | undefined;
  /** What the file is called when it is saved. */
  readonly name: string;
}

const SECONDS = 60;

/** Saves an object: a link that is signed when it is asked for. */
export function useDownload(): (file: StoredFile) => void {
  const s3 = useS3();
  const tell = useTell();
  return ({ bucket, key, versionId, name }) => {
    const ResponseContentDisposition = `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`;
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      VersionId: versionId,
      ResponseContentDisposition,
    });
    getSignedUrl(s3, command, { expiresIn: SECONDS }).then((url) => window.location.assign(url), tell.failed);
  };
}
