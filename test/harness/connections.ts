import { CreateConnectionCommand, type ProviderType } from '@aws-sdk/client-codestar-connections';
import type { GitHost } from './git-host.ts';
import { jsonRequest, type RawAnswer, sendRaw, sign } from './raw-http.ts';
import type { TestServer } from './server.ts';

/** What `velocius connection` sends. */
export async function complete(server: TestServer, ConnectionArn: string, more: object): Promise<RawAnswer> {
  const request = jsonRequest('VelociusConnectionSetup_20261125.CompleteConnection', { ConnectionArn, ...more });
  return sendRaw(server.endpoint, await sign(server.endpoint, request, { service: 'codeconnections' }));
}

export async function createConnection(server: TestServer, ProviderType: ProviderType = 'GitHub'): Promise<string> {
  const { ConnectionArn = '' } = await server.connections.send(
    new CreateConnectionCommand({ ConnectionName: 'a connection', ProviderType }),
  );
  return ConnectionArn;
}

/** An AVAILABLE connection to the host. */
export async function connectTo(server: TestServer, host: GitHost, type?: ProviderType): Promise<string> {
  const arn = await createConnection(server, type);
  const { url: CloneUrl, username: Username, password: Password } = host;
  const { status, text } = await complete(server, arn, { CloneUrl, Username, Password });
  if (status !== 200) throw new Error(text);
  return arn;
}
