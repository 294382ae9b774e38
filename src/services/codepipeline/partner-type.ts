import type { Executor, RegisteredType } from '../../actions/registered-type.ts';
import { validation } from './errors.ts';
import type { ActionTypeDeclaration, ActionTypeExecutor } from './shapes.ts';

/**
 * A partner's type as it is kept. Its jobs go to workers that poll, or to a Lambda function at the AWS endpoint of the settings.
 *
 * Gaps: service principals that poll and statements that widen the credentials of jobs are refused by name. A function that is
 * given no time has as long as that of a Lambda action, 20 minutes, and is sent the same event.
 */
export function partnerType(declaration: ActionTypeDeclaration): RegisteredType {
  const { id, executor, inputArtifactDetails, outputArtifactDetails, urls = {} } = declaration;
  return {
    id: { category: id.category, owner: 'ThirdParty', provider: id.provider, version: id.version },
    description: declaration.description,
    inputs: { min: inputArtifactDetails.minimumCount, max: inputArtifactDetails.maximumCount },
    outputs: { min: outputArtifactDetails.minimumCount, max: outputArtifactDetails.maximumCount },
    properties: (declaration.properties ?? []).map((property) => ({
      name: property.name,
      required: !property.optional,
      key: property.key,
      secret: property.noEcho,
      queryable: property.queryable ?? false,
      description: property.description,
    })),
    urls: {
      configurationUrl: urls.configurationUrl,
      entityUrlTemplate: urls.entityUrlTemplate,
      executionUrlTemplate: urls.executionUrlTemplate,
      revisionUrlTemplate: urls.revisionUrlTemplate,
    },
    executor: executorOf(executor),
    allowedAccounts: declaration.permissions?.allowedAccounts,
  };
}

function executorOf({ type, configuration, jobTimeout, policyStatementsTemplate }: ActionTypeExecutor): Executor {
  const { lambdaExecutorConfiguration: lambda, jobWorkerExecutorConfiguration: worker } = configuration;
  if (policyStatementsTemplate !== undefined)
    throw validation('policyStatementsTemplate is not implemented by this server: jobs reach their artifacts only');
  if ((type === 'Lambda') !== (lambda !== undefined) || (type === 'JobWorker') !== (worker !== undefined))
    throw validation(`The executor type ${type} needs its own configuration and no other`);
  if (worker?.pollingServicePrincipals !== undefined)
    throw validation('pollingServicePrincipals is not implemented by this server: name pollingAccounts');
  return { jobTimeout, pollingAccounts: worker?.pollingAccounts, lambdaFunctionArn: lambda?.lambdaFunctionArn };
}
