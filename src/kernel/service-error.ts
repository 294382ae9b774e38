/**
 * An error of the AWS wire: `code` is what clients switch on (`RepositoryDoesNotExistException`), `message` the words they print.
 * Thrown anywhere below an operation; only gateway/failure turns it into a response.
 */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error's shape, such as S3's `BucketName`. */
  readonly details: Readonly<Record<string, string>>;

  constructor(code: string, message: string, status = 400, details: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

export function isServiceError(error: unknown, code?: string): error is ServiceError {
  return error instanceof ServiceError && (code === undefined || error.code === code);
}
