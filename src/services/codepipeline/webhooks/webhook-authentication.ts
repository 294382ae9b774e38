import { isSignedBy } from '../../../kernel/hub-signature.ts';
import { parseRange } from '../../../kernel/ip-range.ts';
import type { WebhookDelivery } from '../../../ports/webhooks.ts';
import { invalidWebhookAuthentication } from '../errors.ts';
import type { WebhookDefinition } from '../shapes.ts';

/** How a webhook knows who delivers. */
export function checkAuthentication({ authentication, authenticationConfiguration }: WebhookDefinition): void {
  const { SecretToken, AllowedIPRange } = authenticationConfiguration;
  const given = { SecretToken: SecretToken !== undefined, AllowedIPRange: AllowedIPRange !== undefined };
  const wanted = { SecretToken: authentication === 'GITHUB_HMAC', AllowedIPRange: authentication === 'IP' };
  for (const name of ['SecretToken', 'AllowedIPRange'] as const) {
    if (wanted[name] && !given[name])
      throw invalidWebhookAuthentication(`${name} is required for authentication ${authentication}`);
    if (!wanted[name] && given[name])
      throw invalidWebhookAuthentication(`${name} must not be given for authentication ${authentication}`);
  }
  if (AllowedIPRange !== undefined && parseRange(AllowedIPRange) === undefined)
    throw invalidWebhookAuthentication(`AllowedIPRange '${AllowedIPRange}' is not a CIDR range`);
}

export function isAuthentic(
  { authentication, authenticationConfiguration }: WebhookDefinition,
  { body, header, address }: WebhookDelivery,
): boolean {
  const { SecretToken, AllowedIPRange } = authenticationConfiguration;
  switch (authentication) {
    case 'GITHUB_HMAC':
      return SecretToken !== undefined && isSignedBy(SecretToken, body, header);
    case 'IP':
      return AllowedIPRange !== undefined && (parseRange(AllowedIPRange)?.includes(address) ?? false);
    case 'UNAUTHENTICATED':
      return true;
  }
}
