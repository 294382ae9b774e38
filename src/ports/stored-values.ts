/**
 * Values that are kept elsewhere, and named where they are needed. What is not there, or may not be read, is a ServiceError, as is
 * a server that was not told where to look.
 */
export interface StoredValues {
  /** `reference` is a secret's name or ARN; after it may stand `:json-key:version-stage:version-id`, of which each may be empty. */
  secret(reference: string, region: string): Promise<string>;
  /** Of the parameter of that name, decrypted. */
  parameter(name: string, region: string): Promise<string>;
}
