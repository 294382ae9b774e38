import type { Secrets } from '../../../secrets/secrets.ts';
import type { WebhookName, WebhookRow } from '../../../store/codepipeline/webhooks.ts';
import type { WebhookDefinition } from '../shapes.ts';

/** A definition as text to keep: its secret token sealed. */
export function sealDefinition(definition: WebhookDefinition, webhook: WebhookName, secrets: Secrets): string {
  return JSON.stringify(withToken(definition, (token) => secrets.seal(token, placeOf(webhook))));
}

/** The definition with its secret token, for what proves it: never for an answer. */
export function openDefinition(row: WebhookRow, secrets: Secrets): WebhookDefinition {
  return withToken(JSON.parse(row.definition), (token) => secrets.open(token, placeOf(row)));
}

const REDACTED = '****';

/** The definition as answers show it. */
export function redactedDefinition(row: WebhookRow): WebhookDefinition {
  return withToken(JSON.parse(row.definition), () => REDACTED);
}

function withToken(definition: WebhookDefinition, change: (token: string) => string): WebhookDefinition {
  const { SecretToken, ...rest } = definition.authenticationConfiguration;
  if (SecretToken === undefined) return definition;
  return { ...definition, authenticationConfiguration: { ...rest, SecretToken: change(SecretToken) } };
}

function placeOf({ account, region, name }: WebhookName): string {
  return `webhook/${account}/${region}/${name}/secret-token`;
}
