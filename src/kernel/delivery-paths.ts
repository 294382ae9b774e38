/** Path before the secret of a webhook. No bucket can have such a name, nor that of the next. */
export const WEBHOOK_PATH = '/_webhooks/';
/** Before the id of a connection, for its git host. */
export const GIT_DELIVERY_PATH = '/_deliveries/';
