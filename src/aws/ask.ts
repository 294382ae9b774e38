import { Hindrance } from '../kernel/hindrance.ts';
import { ServiceError } from '../kernel/service-error.ts';

interface Disposable {
  destroy(): void;
}

/**
 * Asks with a client that is made for this and destroyed afterwards. What the service refuses is a ServiceError with its own code;
 * throttling, faults of the service and of the network are a Hindrance: they are worth another try.
 */
export async function ask<Client extends Disposable, T>(
  client: Client,
  deed: (client: Client) => Promise<T>,
): Promise<T> {
  try {
    return await deed(client);
  } catch (error) {
    throw refusalOf(error) ?? hindranceOf(error) ?? error;
  } finally {
    client.destroy();
  }
}

const WORTH_RETRYING = /Throttl|TooManyRequests|RequestLimitExceeded|ServiceUnavailable/;

function refusalOf(error: unknown): ServiceError | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  const { httpStatusCode = 500 } = error.$metadata as { readonly httpStatusCode?: number };
  if (httpStatusCode < 400 || httpStatusCode >= 500 || WORTH_RETRYING.test(error.name)) return undefined;
  return new ServiceError(error.name, error.message);
}

/** By what the SDK and the system mark their errors with; anything else is a fault of this server. */
function hindranceOf(error: unknown): Hindrance | undefined {
  if (!(error instanceof Error) || !('$metadata' in error || 'syscall' in error || error.name === 'TimeoutError'))
    return undefined;
  const reason = error.name === 'TimeoutError' ? 'it does not answer' : error.message || error.name;
  return new Hindrance(`The AWS endpoint cannot be asked: ${reason}`, { cause: error });
}
