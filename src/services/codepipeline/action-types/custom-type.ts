import type { RegisteredType } from '../../../actions/registered-type.ts';
import type { CreateCustomActionTypeInput } from '../shapes.ts';

/** A custom type as it is kept. The same input makes the same text, whatever the order of its members. */
export function customType(input: CreateCustomActionTypeInput): RegisteredType {
  const { category, provider, version, settings = {}, inputArtifactDetails, outputArtifactDetails } = input;
  return {
    id: { category, owner: 'Custom', provider, version },
    inputs: { min: inputArtifactDetails.minimumCount, max: inputArtifactDetails.maximumCount },
    outputs: { min: outputArtifactDetails.minimumCount, max: outputArtifactDetails.maximumCount },
    properties: (input.configurationProperties ?? []).map((property) => ({
      name: property.name,
      required: property.required,
      key: property.key,
      secret: property.secret,
      queryable: property.queryable ?? false,
      description: property.description,
      type: property.type,
    })),
    urls: {
      configurationUrl: settings.thirdPartyConfigurationUrl,
      entityUrlTemplate: settings.entityUrlTemplate,
      executionUrlTemplate: settings.executionUrlTemplate,
      revisionUrlTemplate: settings.revisionUrlTemplate,
    },
  };
}
