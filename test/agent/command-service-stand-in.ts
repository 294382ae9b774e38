import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import forge from 'node-forge';

/**
 * The outside world of an agent: a command service and an S3 that play what a test tells them. Nothing of ours: it knows only the wire.
 */
export interface StandIn {
  readonly endpoint: string;
  /** `bucket/key` to content. */
  readonly objects: Map<string, Buffer>;
  /** What was asked, in order: operations and object paths. */
  readonly asked: string[];
  /** Raw headers of each request, to look at signatures. */
  readonly requests: IncomingMessage[];
  /** Answer of the next acknowledgements. */
  acknowledge: 'InProgress' | 'Succeeded' | 'Failed';
  /** Hands out a command; the id may be given to hand one out again. */
  offer(command: { name: string; specification: object; id?: string }): string;
  /** Every end that was reported. */
  readonly ends: End[];
  /** Waits for the next end of this command. */
  ended(id: string): Promise<End>;
  /** As a killed server: nobody listens, connections break. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface End {
  readonly id: string;
  readonly status: string;
  readonly diagnostics: { error_code: number; script_name: string; message: string; log: string };
}

interface Offer {
  readonly id: string;
  readonly name: string;
  readonly specification: object;
}

export async function startStandIn(host: string): Promise<StandIn> {
  const key = signingKey();
  const offers: Offer[] = [];
  const handedOut = new Map<string, Offer>();
  const waiting: (() => void)[] = [];
  const watchers: (() => void)[] = [];
  let server: Server | undefined;
  let port = 0;

  const operations: Record<string, (input: Record<string, string>, response: ServerResponse) => Promise<object>> = {
    PollHostCommand: async (_input, response) => {
      if (offers.length === 0) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          setTimeout(resolve, 1000);
        });
      }
      // Whoever waited here may be gone.
      const offer = response.destroyed ? undefined : offers.shift();
      if (offer === undefined) return {};
      handedOut.set(`CodeDeploy/eu-west-1/Prod/${offer.id}`, offer);
      return {
        HostCommand: {
          HostCommandIdentifier: offer.id,
          HostIdentifier: host,
          DeploymentExecutionId: `CodeDeploy/eu-west-1/Prod/${offer.id}`,
          CommandName: offer.name,
        },
      };
    },
    GetDeploymentSpecification: async ({ DeploymentExecutionId = '' }) => ({
      DeploymentSystem: 'CodeDeploy',
      DeploymentSpecification: {
        GenericEnvelope: {
          Format: 'PKCS7/JSON',
          Payload: sign(JSON.stringify(handedOut.get(DeploymentExecutionId)?.specification), key),
        },
      },
    }),
    PutHostCommandAcknowledgement: async () => ({ CommandStatus: standIn.acknowledge }),
    PutHostCommandComplete: async (input) => {
      const { Payload } = input.Diagnostics as unknown as { Payload: string };
      const id = input.HostCommandIdentifier ?? '';
      standIn.ends.push({ id, status: input.CommandStatus ?? '', diagnostics: JSON.parse(Payload) });
      for (const wake of watchers.splice(0)) wake();
      return {};
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    standIn.requests.push(request);
    const target = request.headers['x-amz-target'];
    if (typeof target !== 'string') return answerObject(request, response);
    const operation = target.replace('CodeDeployCommandService_v20141006.', '');
    standIn.asked.push(operation);
    const input = (await json(request)) as Record<string, string>;
    const output = await operations[operation]?.(input, response);
    if (output === undefined) response.writeHead(400).end('{"__type":"UnknownOperationException"}');
    else response.writeHead(200).end(JSON.stringify(output));
  }

  function answerObject(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(request.url?.slice(1) ?? '');
    standIn.asked.push(path);
    const object = standIn.objects.get(path.replace(/\?.*/, ''));
    if (object === undefined) {
      response.writeHead(404).end('<Error><Code>NoSuchKey</Code><Message>The key is not there</Message></Error>');
    } else response.writeHead(200, { etag: '"abc"' }).end(object);
  }

  const standIn: StandIn = {
    get endpoint() {
      return `http://127.0.0.1:${port}`;
    },
    objects: new Map(),
    asked: [],
    requests: [],
    acknowledge: 'InProgress',
    ends: [],
    offer: ({ name, specification, id = randomUUID() }) => {
      offers.push({ id, name, specification });
      for (const wake of waiting.splice(0)) wake();
      return id;
    },
    ended: async (id) => {
      const before = standIn.ends.length;
      for (;;) {
        const end = standIn.ends.slice(before).find((one) => one.id === id);
        if (end !== undefined) return end;
        await new Promise<void>((resolve) => watchers.push(resolve));
      }
    },
    start: async () => {
      server = createServer((request, response) => {
        answer(request, response).catch(() => response.destroy());
      });
      const listening = server;
      await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
      const address = listening.address();
      if (address !== null && typeof address === 'object') port = address.port;
    },
    stop: async () => {
      const stopping = server;
      server = undefined;
      stopping?.closeAllConnections();
      await new Promise((resolve) => (stopping === undefined ? resolve(undefined) : stopping.close(resolve)));
    },
  };
  await standIn.start();
  return standIn;
}

interface SigningKey {
  readonly privateKey: forge.pki.rsa.PrivateKey;
  readonly certificate: forge.pki.Certificate;
}

export function signingKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString());
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = '01';
  certificate.setSubject([{ name: 'commonName', value: 'stand-in' }]);
  certificate.setIssuer([{ name: 'commonName', value: 'stand-in' }]);
  certificate.sign(key, forge.md.sha256.create());
  return { privateKey: key, certificate };
}

/** `attributes: false` signs the content itself, without signed attributes. */
export function sign(content: string, { privateKey, certificate }: SigningKey, attributes = true): string {
  const { oids } = forge.pki;
  const message = forge.pkcs7.createSignedData();
  message.content = forge.util.createBuffer(content, 'utf8');
  message.addCertificate(certificate);
  message.addSigner({
    key: privateKey,
    certificate,
    digestAlgorithm: String(oids.sha256),
    authenticatedAttributes: attributes
      ? [{ type: String(oids.contentType), value: String(oids.data) }, { type: String(oids.messageDigest) }]
      : [],
  });
  message.sign();
  return forge.pem.encode({ type: 'PKCS7', body: forge.asn1.toDer(message.toAsn1()).getBytes() });
}
