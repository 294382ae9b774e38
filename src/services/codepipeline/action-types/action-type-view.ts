import type { ActionProvider, ConfigurationProperty } from '../../../actions/action.ts';
import type { Executor, RegisteredType } from '../../../actions/registered-type.ts';
import type { ActionConfigurationProperty, ActionType, ActionTypeDeclaration, ActionTypeExecutor } from '../shapes.ts';

/** Kinds of action in the shapes of the API: those of this server. */
export function builtInView({ type, configuration, inputs, outputs }: ActionProvider): ActionType {
  return view({ id: type, properties: configuration, inputs, outputs, urls: {} });
}

/** And those that an account registered. */
export function registeredView(type: RegisteredType): ActionType {
  return view(type);
}

function view(type: Pick<RegisteredType, 'id' | 'properties' | 'inputs' | 'outputs' | 'urls'>): ActionType {
  const { configurationUrl, ...templates } = type.urls;
  return {
    id: type.id,
    settings: { thirdPartyConfigurationUrl: configurationUrl, ...templates },
    actionConfigurationProperties: type.properties.map(propertyOf),
    inputArtifactDetails: { minimumCount: type.inputs.min, maximumCount: type.inputs.max },
    outputArtifactDetails: { minimumCount: type.outputs.min, maximumCount: type.outputs.max },
  };
}

function propertyOf(property: ConfigurationProperty): ActionConfigurationProperty {
  const { name, required, key = false, secret = false, queryable = false, description, type } = property;
  return { name, required, key, secret, queryable, description, type };
}

/** The longer form, of types made with an integration model. */
export function actionTypeDeclaration(type: RegisteredType): ActionTypeDeclaration {
  const { category, provider, version } = type.id;
  return {
    description: type.description,
    executor: executorView(type.executor),
    id: { category, owner: 'ThirdParty', provider, version },
    inputArtifactDetails: { minimumCount: type.inputs.min, maximumCount: type.inputs.max },
    outputArtifactDetails: { minimumCount: type.outputs.min, maximumCount: type.outputs.max },
    permissions: type.allowedAccounts && { allowedAccounts: [...type.allowedAccounts] },
    properties: type.properties.map(({ name, required, key = false, secret = false, queryable, description }) => ({
      name,
      optional: !required,
      key,
      noEcho: secret,
      queryable,
      description,
    })),
    urls: type.urls,
  };
}

function executorView(executor: Executor = {}): ActionTypeExecutor {
  const { pollingAccounts, pollingServicePrincipals, lambdaFunctionArn } = executor;
  const { jobTimeout, policyStatementsTemplate } = executor;
  const told = { jobTimeout, policyStatementsTemplate };
  if (lambdaFunctionArn !== undefined)
    return { type: 'Lambda', configuration: { lambdaExecutorConfiguration: { lambdaFunctionArn } }, ...told };
  const jobWorkerExecutorConfiguration = {
    pollingAccounts: pollingAccounts && [...pollingAccounts],
    pollingServicePrincipals: pollingServicePrincipals && [...pollingServicePrincipals],
  };
  return { type: 'JobWorker', configuration: { jobWorkerExecutorConfiguration }, ...told };
}
