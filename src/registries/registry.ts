import { Hindrance } from '../kernel/hindrance.ts';
import { ServiceError } from '../kernel/service-error.ts';
import type { ImageInfo, ImageRef, Images } from '../ports/images.ts';
import { authorize, type RegistryLogin } from './authorize.ts';
import { type Fetched, get } from './get.ts';
import { digestOf, readManifest } from './manifest.ts';

/** Where images are: a server of the OCI distribution API, such as ECR itself, Harbor, or the registry of the OCI. */
export interface RegistrySettings {
  /** Base URL; undefined when nobody has set one. */
  readonly url: string | undefined;
  readonly login: RegistryLogin | undefined;
}

const NAME = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+|\/)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

export function createImages(settings: RegistrySettings): Images {
  return { find: (image) => find(settings, image) };
}

async function find({ url, login }: RegistrySettings, image: ImageRef): Promise<ImageInfo | undefined> {
  if (url === undefined)
    throw new ServiceError(
      'ConfigurationError',
      'No container registry is set on this server: set VELOCIUS_REGISTRY_URL',
    );
  const { repositoryName } = image;
  const place = url.replace(/\/+$/, '');
  const manifest = new URL(`${place}/v2/${repositoryName}/manifests/${checkedReference(image)}`);
  const answer = await getManifest(manifest, { repository: repositoryName, login });
  if (answer === undefined) return undefined;
  const digest = digestOf(answer.body);
  if ('digest' in image.reference && image.reference.digest !== digest)
    throw new ServiceError('ConfigurationError', `The registry answers another image than ${image.reference.digest}`);
  const uri = `${place.replace(/^https?:\/\//, '')}/${repositoryName}@${digest}`;
  return { digest, uri, size: readManifest(answer.body).size };
}

function checkedReference({ repositoryName, reference }: ImageRef): string {
  if (!NAME.test(repositoryName))
    throw new ServiceError('ConfigurationError', `${repositoryName} is not the name of an image repository`);
  if ('tag' in reference) {
    if (!TAG.test(reference.tag)) throw new ServiceError('ConfigurationError', `${reference.tag} is not an image tag`);
    return reference.tag;
  }
  if (!DIGEST.test(reference.digest))
    throw new ServiceError('ConfigurationError', `${reference.digest} is not an image digest`);
  return reference.digest;
}

interface Visitor {
  readonly repository: string;
  readonly login: RegistryLogin | undefined;
}

/** Undefined when there is none. */
async function getManifest(url: URL, visitor: Visitor): Promise<Fetched | undefined> {
  const headers = { accept: MANIFEST_TYPES };
  const first = await get(url, headers);
  const authorization =
    first.status === 401 ? await authorize(url, { ...visitor, challenge: first.challenge }) : undefined;
  const answer = authorization === undefined ? first : await get(url, { ...headers, authorization });
  if (answer.status === 404) return undefined;
  if (answer.status === 401 || answer.status === 403)
    throw new ServiceError('PermissionError', `The registry ${url.host} refuses access to ${visitor.repository}`);
  if (answer.status !== 200) throw new Hindrance(`The registry ${url.host} answered ${answer.status}`);
  return answer;
}
