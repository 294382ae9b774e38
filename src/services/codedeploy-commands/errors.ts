import { ServiceError } from '../../kernel/service-error.ts';

export const clientException = (message: string) => new ServiceError('ClientException', message);

export const unknownHost = (host: string) =>
  clientException(`No on-premises instance is registered for ${host}: register it with RegisterOnPremisesInstance`);

export const unknownCommand = (id: string) => clientException(`There is no host command ${id}`);

export const unknownDeployment = (executionId: string) =>
  clientException(`There is no deployment ${executionId} for this host`);

export const notTheHost = (signer: string, host: string) =>
  new ServiceError('AccessDeniedException', `${signer} may not speak for the host ${host}`);
