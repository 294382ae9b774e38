import { isServiceError } from '../../kernel/service-error.ts';
import type { Reader } from '../../store/database.ts';
import { resourceNotFound } from './errors.ts';
import { requireTopic } from './find.ts';
import type { SnsCall } from './rooms.ts';

/** Topics are what can be tagged. */
export async function requireTaggable(reader: Reader, call: SnsCall, arn: string): Promise<void> {
  try {
    await requireTopic(reader, call, arn);
  } catch (error) {
    throw isServiceError(error, 'NotFound') ? resourceNotFound() : error;
  }
}
