import forge from 'node-forge';
import type { SigningKey } from './signing-key.ts';

/** PEM of a PKCS#7 SignedData with the content and the certificate inside, which every AWS agent reads. */
export function sign(content: string, { privateKey, certificate }: SigningKey): string {
  const { oids } = forge.pki;
  const message = forge.pkcs7.createSignedData();
  message.content = forge.util.createBuffer(content, 'utf8');
  message.addCertificate(certificate);
  message.addSigner({
    key: privateKey,
    certificate,
    digestAlgorithm: String(oids.sha256),
    authenticatedAttributes: [
      { type: String(oids.contentType), value: String(oids.data) },
      { type: String(oids.messageDigest) },
    ],
  });
  message.sign();
  return forge.pem.encode({ type: 'PKCS7', body: forge.asn1.toDer(message.toAsn1()).getBytes() });
}
