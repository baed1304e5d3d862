// Whether a text was signed with a device's key. The page asks main, since its browser may be one without Ed25519.
import { createPublicKey, verify } from 'node:crypto';

export interface SignedText {
  /** The public key, 32 bytes in base64url. */
  readonly device: string;
  readonly text: string;
  readonly signature: string;
}

/** False for anything that is no key or no signature. Ed25519 as RFC 8032 has it. */
export const isSigned = ({ device, text, signature }: SignedText): boolean => {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: device }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
};
