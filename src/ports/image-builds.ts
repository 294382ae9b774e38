/** An image to be built and pushed to the registry that is set for this server. */
export interface ImageBuildRequest {
  /** Unlike any other: the action execution id. */
  readonly id: string;
  /** What the image may be made of. */
  readonly directory: string;
  /** A Dockerfile in it, or a directory that has one and is the whole of it then; `.` is the directory itself. */
  readonly dockerfile: string;
  readonly repositoryName: string;
  readonly tags: readonly [string, ...string[]];
  /** A line of the log of the build. */
  readonly say: (line: string) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

export interface PushedImage {
  /** `sha256:...`, of the manifest. */
  readonly digest: string;
  /** `registry/repository@digest`. */
  readonly uri: string;
}

export interface ImageBuilds {
  /**
   * What the Dockerfile, the engine or the registry refuses is a ServiceError, as is an engine or a registry that there is none of.
   * Anything else is worth another try.
   */
  publish(request: ImageBuildRequest): Promise<PushedImage>;
}
