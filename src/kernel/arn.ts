/** `arn:aws:<service>:<region>:<account>:<resource>`; resource keeps its own colons and slashes. */
export interface Arn {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

const ARN = /^arn:aws[\w-]*:([^:]+):([^:]*):([^:]*):(.+)$/s;

export function parseArn(text: string): Arn | undefined {
  const [, service, region, account, resource] = ARN.exec(text) ?? [];
  if (service === undefined || region === undefined || account === undefined || resource === undefined)
    return undefined;
  return { service, region, account, resource };
}

export function arn(service: string, region: string, account: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}
