export interface ImageRef {
  readonly account: string;
  readonly region: string;
  readonly repositoryName: string;
  readonly reference: { readonly tag: string } | { readonly digest: string };
}

export interface ImageInfo {
  /** `sha256:...`, of the manifest. */
  readonly digest: string;
  /** `registry/repository@digest`. */
  readonly uri: string;
  /** Bytes of all layers; undefined for an index of images of several platforms. */
  readonly size: number | undefined;
}

/**
 * A container registry as sources read it. What it refuses is a ServiceError, as is a registry nobody has set; one that does not
 * answer is any other error, to be tried again.
 */
export interface Images {
  /** Undefined when the registry has no such image. */
  find(image: ImageRef): Promise<ImageInfo | undefined>;
}
