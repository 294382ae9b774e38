import type { RegisteredType } from '../../actions/registered-type.ts';
import { validation } from './errors.ts';
import type { ActionTypeDeclaration } from './shapes.ts';

/**
 * A partner's type as it is kept.
 *
 * Gaps: jobs go to workers that poll; Lambda functions as executors, service principals that poll and statements that widen the
 * credentials of jobs are refused by name.
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
    executor: { jobTimeout: executor.jobTimeout, pollingAccounts: pollingAccounts(executor) },
    allowedAccounts: declaration.permissions?.allowedAccounts,
  };
}

function pollingAccounts({ type, configuration, policyStatementsTemplate }: ActionTypeDeclaration['executor']) {
  const { lambdaExecutorConfiguration, jobWorkerExecutorConfiguration } = configuration;
  if (type === 'Lambda' || lambdaExecutorConfiguration !== undefined)
    throw validation('The executor type Lambda is not implemented by this server: use JobWorker');
  if (policyStatementsTemplate !== undefined)
    throw validation('policyStatementsTemplate is not implemented by this server: jobs reach their artifacts only');
  if (jobWorkerExecutorConfiguration === undefined)
    throw validation('The executor type JobWorker needs a jobWorkerExecutorConfiguration');
  if (jobWorkerExecutorConfiguration.pollingServicePrincipals !== undefined)
    throw validation('pollingServicePrincipals is not implemented by this server: name pollingAccounts');
  return jobWorkerExecutorConfiguration.pollingAccounts;
}
