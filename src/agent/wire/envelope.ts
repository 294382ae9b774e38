import { createHash, verify, X509Certificate } from 'node:crypto';
import type { asn1 as Asn1 } from 'node-forge';

/** What GetDeploymentSpecification hands over. */
export interface Envelope {
  readonly format: string;
  readonly payload: string;
}

const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const INVALID = 'Validation of PKCS7 signed message failed';

/**
 * The text inside a `PKCS7/JSON` envelope: a PEM of signed data that holds its content and its signer's certificate. The signature
 * must be right for that certificate; who made the certificate is not asked (as in AWS's agent), so the envelope guards against
 * damage. Trust comes from the connection and the signature of requests.
 */
export async function openEnvelope({ format, payload }: Envelope): Promise<string> {
  if (format !== 'PKCS7/JSON') throw new Error(`Unsupported DeploymentSpecification format: ${format}`);
  const base64 = /-----BEGIN PKCS7-----([A-Za-z0-9+/=\s]+)-----END PKCS7-----/.exec(payload)?.[1];
  if (base64 === undefined) throw new Error(`${INVALID}: it is no PEM of PKCS7`);
  // Loaded with the first deployment: an agent that waits needs not hold it in memory.
  const { default: forge } = await import('node-forge');
  return readSignedData(forge.asn1, Buffer.from(base64, 'base64'));
}

type Node = Asn1.Asn1;

function readSignedData(asn1: typeof Asn1, der: Buffer): string {
  const message = asn1.fromDer(der.toString('binary'));
  const [, , encapsulated, ...rest] = children(children(children(message)[1])[0]);
  const signer = children(rest.at(-1))[0];
  const certificates = children(rest.find((node) => node.tagClass === 0x80 && Number(node.type) === 0));
  const content = octets(children(children(encapsulated)[1])[0]);
  const signature = readSigner(asn1, signer, content);
  const valid = certificates.some((certificate) => {
    const { publicKey } = new X509Certificate(Buffer.from(asn1.toDer(certificate).getBytes(), 'binary'));
    return verify(signature.digest, signature.signed, publicKey, signature.value);
  });
  if (!valid) throw new Error(INVALID);
  return content.toString('utf8');
}

/** What a signer signed: the content itself or, where there are signed attributes, those, and in them the content's digest. */
function readSigner(asn1: typeof Asn1, signer: Node | undefined, content: Buffer) {
  const parts = children(signer);
  const oid = asn1.derToOid(text(children(parts[2])[0]));
  const digest = DIGESTS[oid];
  if (digest === undefined) throw new Error(`${INVALID}: digest ${oid} is not accepted`);
  const attributes = parts[3]?.tagClass === 0x80 ? parts[3] : undefined;
  const value = octets(parts[attributes === undefined ? 4 : 5]);
  if (attributes === undefined) return { digest, value, signed: content };
  const found = children(attributes).find((node) => asn1.derToOid(text(children(node)[0])) === MESSAGE_DIGEST);
  const claimed = octets(children(children(found)[1])[0]);
  if (!createHash(digest).update(content).digest().equals(claimed)) throw new Error(INVALID);
  const set = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, [...children(attributes)]);
  return { digest, value, signed: Buffer.from(asn1.toDer(set).getBytes(), 'binary') };
}

function children(node: Node | undefined): readonly Node[] {
  if (node === undefined || !Array.isArray(node.value)) throw new Error(`${INVALID}: it is not signed data`);
  return node.value;
}

function text(node: Node | undefined): string {
  if (node === undefined || typeof node.value !== 'string') throw new Error(`${INVALID}: it is not signed data`);
  return node.value;
}

/** An octet string, in one piece or (in BER) in several. */
function octets(node: Node | undefined): Buffer {
  if (node !== undefined && Array.isArray(node.value)) return Buffer.concat(node.value.map(octets));
  return Buffer.from(text(node), 'binary');
}
