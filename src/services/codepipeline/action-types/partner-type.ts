import type { Executor, RegisteredType } from '../../../actions/registered-type.ts';
import { validation } from '../errors.ts';
import type { ActionTypeDeclaration, ActionTypeExecutor } from '../shapes.ts';
import { checkPermissions } from './check-permissions.ts';

/**
 * A partner's type as it is kept. Its jobs go to workers that poll, or to a Lambda function at the AWS endpoint of the settings.
 *
 * Gaps: services of AWS do not poll, so that there must be accounts beside them. A function that is given no time has as long as
 * that of a Lambda action, 20 minutes, and is sent the same event.
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

/** A function runs for 15 minutes at the most. */
const MAX_FUNCTION_SECONDS = 900;

function executorOf({ type, configuration, jobTimeout, policyStatementsTemplate }: ActionTypeExecutor): Executor {
  const { lambdaExecutorConfiguration: lambda, jobWorkerExecutorConfiguration: worker } = configuration;
  if ((type === 'Lambda') !== (lambda !== undefined) || (type === 'JobWorker') !== (worker !== undefined))
    throw validation(`The executor type ${type} needs its own configuration and no other`);
  if (worker?.pollingServicePrincipals !== undefined && worker.pollingAccounts === undefined)
    throw validation('pollingServicePrincipals: no service of AWS polls this server for jobs: name pollingAccounts');
  if (lambda !== undefined && jobTimeout !== undefined && jobTimeout > MAX_FUNCTION_SECONDS)
    throw validation(`The jobTimeout of the executor type Lambda can be ${MAX_FUNCTION_SECONDS} at the most`);
  if (policyStatementsTemplate !== undefined) checkPermissions(policyStatementsTemplate);
  return { jobTimeout, ...worker, lambdaFunctionArn: lambda?.lambdaFunctionArn, policyStatementsTemplate };
}
