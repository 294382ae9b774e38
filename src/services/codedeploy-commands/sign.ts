import { constants, privateEncrypt } from 'node:crypto';
import type forge from 'node-forge';
import type { SigningKey } from '../../credentials/signing-key.ts';

/** PEM of a PKCS#7 SignedData with the content and the certificate inside, which every AWS agent reads. */
export async function sign(content: string, { privateKey, certificate }: SigningKey): Promise<string> {
  const { default: library } = await import('node-forge');
  const { oids } = library.pki;
  const message = library.pkcs7.createSignedData();
  message.content = library.util.createBuffer(content, 'utf8');
  message.addCertificate(certificate);
  message.addSigner({
    key: nativeKey(privateKey),
    certificate,
    digestAlgorithm: String(oids.sha256),
    authenticatedAttributes: [
      { type: String(oids.contentType), value: String(oids.data) },
      { type: String(oids.messageDigest) },
    ],
  });
  message.sign();
  return library.pem.encode({ type: 'PKCS7', body: library.asn1.toDer(message.toAsn1()).getBytes() });
}

/** What stands before a SHA-256 digest in a PKCS#1 signature. */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** Forge computes in JavaScript, which takes the server's one thread 30 ms; of the key it asks only that it can sign. */
function nativeKey(key: string): forge.pki.rsa.PrivateKey {
  const signDigest = (digest: forge.md.MessageDigest): string => {
    const bytes = Buffer.from(digest.digest().getBytes(), 'binary');
    const padding = constants.RSA_PKCS1_PADDING;
    return privateEncrypt({ key, padding }, Buffer.concat([DIGEST_INFO, bytes])).toString('binary');
  };
  return { sign: signDigest } as forge.pki.rsa.PrivateKey; // -- the only member that is used
}
