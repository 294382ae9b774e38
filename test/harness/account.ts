/** Whose servers the tests start, and where. */
export const REGION = 'eu-west-1';
export const ACCOUNT = '123456789012';
