import Button from '@cloudscape-design/components/button';
import { useDownload } from './use-download.ts';

interface DownloadButtonProps {
  readonly bucket: string;
  readonly objectKey: string;
  readonly versionId?: string | undefined;
}

/** Saves an object, or one of its versions. */
export function DownloadButton({ bucket, objectKey, versionId }: DownloadButtonProps) {
  const download = useDownload();
  const name = objectKey.split('/').at(-1) ?? objectKey;
  const which = versionId === undefined ? objectKey : `${objectKey}, version ${versionId}`;
  return (
    <Button
      variant="inline-icon"
      iconName="download"
      ariaLabel={`Download ${which}`}
      onClick={() => download({ bucket, key: objectKey, versionId, name })}
    />
  );
}
