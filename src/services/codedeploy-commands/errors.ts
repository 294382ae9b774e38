import { ServiceError } from '../../kernel/service-error.ts';
import type { Violation } from '../../kernel/violation.ts';

export const clientException = (message: string) => new ServiceError('ClientException', message);

export function refuse([first]: readonly Violation[]): ServiceError {
  return clientException(`Value at '${first?.path}' failed to satisfy constraint: ${first?.constraint}`);
}

export const unknownHost = (host: string) =>
  clientException(`No on-premises instance is registered for ${host}: register it with RegisterOnPremisesInstance`);

export const unknownCommand = (id: string) => clientException(`There is no host command ${id}`);

export const unknownDeployment = (executionId: string) =>
  clientException(`There is no deployment ${executionId} for this host`);

export const notTheHost = (signer: string, host: string) =>
  new ServiceError('AccessDeniedException', `${signer} may not speak for the host ${host}`);
