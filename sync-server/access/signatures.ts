// What the server can tell of signatures: that a device holds the key it brings, and that an entry is signed as it says.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { entryIdOf, keyProofText, textOfRecord } from '../../domain/approvals/entry.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { recordAs } from '../../domain/records/registry.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { BroughtKey } from '../../protocol/account/account.ts';

export const holdsKey = ({ key, proof }: BroughtKey, person: PersonId): boolean =>
  isSigned({ device: key, text: keyProofText(person), signature: proof });

/** Its id is the hash of what it says, and its signature that of the key it names. Whose key that is, every device judges itself. */
export const isSoundEntry = (record: AnyRecord): boolean => {
  const entry = recordAs('approval', record);
  if (entry === null) return false;
  const text = textOfRecord(record);
  const hash = createHash('sha256').update(text).digest('hex');
  const { device, signature } = entry.body;
  return entry.id === entryIdOf(hash) && isSigned({ device, text, signature });
};

const isSigned = ({
  device,
  text,
  signature,
}: {
  readonly device: string;
  readonly text: string;
  readonly signature: string;
}): boolean => {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: device }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
};
