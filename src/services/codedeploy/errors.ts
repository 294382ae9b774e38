import { ServiceError } from '../../kernel/service-error.ts';

/** CodeDeploy's own errors, each once. The names are AWS's; so are the words where they are known from its clients' reports. */
function error(name: string, message: string): ServiceError {
  return new ServiceError(`${name}Exception`, message);
}

/** A member that must be there, or is not in the form it must have: the exception's name says which. */
export const requiredMember = (name: string, what: string) => error(name, `${what} is required.`);
export const invalidMember = (name: string, message: string) => error(name, message);

export const applicationDoesNotExist = (name: string) =>
  error('ApplicationDoesNotExist', `No application found for name: ${name}`);
export const applicationAlreadyExists = (name: string) =>
  error('ApplicationAlreadyExists', `Application already exists: ${name}`);
export const applicationNameRequired = () => requiredMember('ApplicationNameRequired', 'Application name');
export const invalidComputePlatform = (platform: string) =>
  error('InvalidComputePlatform', `This server deploys to the Server compute platform only, not to ${platform}.`);

export const deploymentGroupDoesNotExist = (name: string) =>
  error('DeploymentGroupDoesNotExist', `No Deployment Group found for name: ${name}`);
export const deploymentGroupAlreadyExists = (name: string) =>
  error('DeploymentGroupAlreadyExists', `Deployment group name already exists: ${name}`);
export const deploymentGroupNameRequired = () => requiredMember('DeploymentGroupNameRequired', 'Deployment group name');

export const deploymentConfigDoesNotExist = (name: string) =>
  error('DeploymentConfigDoesNotExist', `No Deployment Configuration found for name: ${name}`);
export const deploymentConfigAlreadyExists = (name: string) =>
  error('DeploymentConfigAlreadyExists', `Deployment configuration already exists: ${name}`);
export const deploymentConfigInUse = (name: string) =>
  error('DeploymentConfigInUse', `The deployment configuration ${name} is in use.`);
export const invalidDeploymentConfigName = (message: string) => error('InvalidDeploymentConfigName', message);
export const invalidMinimumHealthyHostValue = (message: string) => error('InvalidMinimumHealthyHostValue', message);
export const invalidTrafficRouting = () =>
  error('InvalidTrafficRoutingConfiguration', 'Traffic routing belongs to the Lambda and ECS compute platforms.');
export const invalidZonalConfig = () =>
  error('InvalidZonalDeploymentConfiguration', 'Zonal deployments are not available on this server.');
export const invalidOperation = (message: string) => error('InvalidOperation', message);

export const deploymentIdRequired = () => requiredMember('DeploymentIdRequired', 'Deployment id');
export const deploymentDoesNotExist = (id: string) =>
  error('DeploymentDoesNotExist', `The deployment ${id} could not be found`);
export const deploymentLimitExceeded = (group: string, active: string) =>
  error('DeploymentLimitExceeded', `The Deployment Group '${group}' already has an active Deployment '${active}'`);
export const deploymentAlreadyCompleted = (id: string) =>
  error('DeploymentAlreadyCompleted', `The deployment ${id} has already completed`);
export const deploymentNotStarted = (id: string) =>
  error('DeploymentNotStarted', `The deployment ${id} has not started yet`);
export const deploymentTargetDoesNotExist = (id: string) =>
  error('DeploymentTargetDoesNotExist', `The deployment target ${id} does not belong to the deployment`);
export const instanceDoesNotExist = (id: string) =>
  error('InstanceDoesNotExist', `The instance ${id} does not belong to the deployment`);
export const unsupportedActionForDeploymentType = (message: string) =>
  error('UnsupportedActionForDeploymentType', message);

export const revisionRequired = () => requiredMember('RevisionRequired', 'Revision');
export const revisionDoesNotExist = () => error('RevisionDoesNotExist', 'The revision is not registered');
export const invalidRevision = (message: string) => error('InvalidRevision', message);
export const descriptionTooLong = () =>
  error('DescriptionTooLong', 'The description must not be longer than 256 characters.');

export const instanceNotRegistered = (name: string) =>
  error('InstanceNotRegistered', `The on-premises instance is not registered: ${name}`);
export const instanceNameAlreadyRegistered = (name: string) =>
  error('InstanceNameAlreadyRegistered', `The on-premises instance name is already registered: ${name}`);
export const iamArnRequired = () => error('IamArnRequired', 'An IAM user ARN or IAM session ARN is required.');
export const multipleIamArnsProvided = () =>
  error('MultipleIamArnsProvided', 'Give either an IAM user ARN or an IAM session ARN, not both.');
export const iamUserArnAlreadyRegistered = (arn: string) =>
  error('IamUserArnAlreadyRegistered', `The IAM user ARN is already registered with an on-premises instance: ${arn}`);
export const iamSessionArnAlreadyRegistered = (arn: string) =>
  error(
    'IamSessionArnAlreadyRegistered',
    `The IAM session ARN is already registered with an on-premises instance: ${arn}`,
  );
export const invalidIamUserArn = (arn: string) => error('InvalidIamUserArn', `Invalid IAM user ARN: ${arn}`);
export const invalidIamSessionArn = (arn: string) => error('InvalidIamSessionArn', `Invalid IAM session ARN: ${arn}`);
export const instanceLimitExceeded = () =>
  error('InstanceLimitExceeded', 'Too many on-premises instances in one call: at most 100.');
export const tagRequired = () => requiredMember('TagRequired', 'A tag');
export const invalidTag = (message: string) => error('InvalidTag', message);
export const tagLimitExceeded = () => error('TagLimitExceeded', 'An on-premises instance has at most 10 tags.');
export const tagSetListLimitExceeded = () =>
  error('TagSetListLimitExceeded', 'A deployment group has at most 3 tag groups.');
export const invalidTagsToAdd = (message: string) => error('InvalidTagsToAdd', message);

export const invalidArn = (arn: string) => error('InvalidArn', `The ARN is not valid: ${arn}`);
export const arnNotSupported = (arn: string) =>
  error('ArnNotSupported', `Tags are kept for applications and deployment groups, not for ${arn}`);
export const invalidNextToken = () => error('InvalidNextToken', 'The next token is not valid.');
export const invalidTimeRange = () => error('InvalidTimeRange', 'The time range ends before it starts.');
export const batchLimitExceeded = (limit: number) =>
  error('BatchLimitExceeded', `At most ${limit} names or ids may be given in one call.`);
export const deploymentTargetListSizeExceeded = () =>
  error('DeploymentTargetListSizeExceeded', 'At most 25 targets may be given in one call.');
export const bucketNameFilterRequired = () => requiredMember('BucketNameFilterRequired', 'A bucket name');
export const invalidAutoRollbackConfig = (message: string) => error('InvalidAutoRollbackConfig', message);
export const invalidTargetInstances = () =>
  error('InvalidTargetInstances', 'Target instances are given for blue/green deployments only.');
