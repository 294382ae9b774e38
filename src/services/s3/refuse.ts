import type { ServiceError } from '../../kernel/service-error.ts';
import type { Violation } from '../../kernel/violation.ts';
import { invalidArgument, invalidLocation, invalidRequest, invalidStorageClass, malformedXml } from './errors.ts';

/** S3's answer to input that breaks the model: documents are malformed, headers and parameters are invalid arguments. */
export function refuse(violations: readonly Violation[]): ServiceError {
  const [violation] = violations;
  if (violation === undefined) return invalidRequest('Invalid request');
  const { member, path, kind } = violation;
  const value = String(violation.value ?? '');
  if (path.endsWith('LocationConstraint')) return invalidLocation(value);
  if (path === 'StorageClass') return invalidStorageClass(value);
  if (path.includes('.') || member === 'Policy') return malformedXml();
  if (kind === 'required')
    return DOCUMENTS.test(member) ? malformedXml() : invalidRequest(`Missing required parameter: ${member}`);
  return invalidArgument(`Invalid value for ${member}: ${violation.constraint}`, member, value);
}

const DOCUMENTS = /Configuration$|^Tagging$|^Delete$|^MultipartUpload$|^BucketLoggingStatus$/;
