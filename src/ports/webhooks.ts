import type { IncomingHttpHeaders } from 'node:http';

/** A request to the URL of a webhook, as it came. */
export interface WebhookDelivery {
  /** Raw: signatures cover it. */
  readonly body: Uint8Array;
  readonly headers: IncomingHttpHeaders;
  /** By lower-case name. */
  header(name: string): string | undefined;
  /** Of the client. */
  readonly address: string;
}

/** What to answer: an HTTP status and words for whoever looks into the deliveries of a git host. */
export interface Reception {
  readonly status: number;
  readonly message: string;
}

/** A webhook that is there; it has not been proved yet that the delivery is for it. */
export interface OpenWebhook {
  receive(delivery: WebhookDelivery): Promise<Reception>;
}

/** Webhooks by the secret in their URL. */
export interface Webhooks {
  find(token: string): Promise<OpenWebhook | undefined>;
}
