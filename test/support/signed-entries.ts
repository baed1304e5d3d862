// Signs entries as a device does, with a real key, and checks them as a device does: for tests of the hash graph.
import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { entryIdOf, entryText, keyProofText, textOfRecord } from '../../domain/approvals/entry.ts';
import { judgeGraph, type Checked, type Graph, type KnownKeys } from '../../domain/approvals/graph.ts';
import type { PersonId, RecordId, RecordKey, SpaceId } from '../../domain/kernel/ids.ts';
import type { Stamp } from '../../domain/kernel/stamp.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { Side, Verdict } from '../../domain/records/approval.ts';
import type { BroughtKey } from '../../protocol/account/account.ts';
import { isSigned } from '../../src-main/sign/verify.ts';
import { aRecord, JOURNEY, stampAt, UUID } from './records.ts';

export const PARTY_SPACE = `party_${UUID}_01890000-0000-7000-8000-0000000000ff`;
export const CHANGE = `${PARTY_SPACE}|change_01890000-0000-7000-8000-0000000000aa`;
export const CONTENT = 'c'.repeat(64);

export interface Signer {
  readonly person: PersonId;
  readonly side: Side;
  readonly device: string;
  readonly privateKey: KeyObject;
}

export const aSigner = (person: PersonId, side: Side): Signer => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { person, side, privateKey, device: createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '' };
};

/** What a device brings at signing in. */
export const keyOfSigner = ({ person, device, privateKey }: Signer): BroughtKey => ({
  key: device,
  proof: sign(null, Buffer.from(keyProofText(person)), privateKey).toString('base64url'),
});

export interface ToSay {
  readonly verdict: Verdict;
  readonly heads: readonly RecordId[];
  readonly content?: string;
  readonly about?: RecordKey;
  readonly reason?: string;
  readonly at?: number;
  readonly space?: SpaceId;
  readonly journey?: RecordId;
  readonly stamp?: Stamp;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An entry as it lies in a database. */
export const entryBy = (
  { person, side, device, privateKey }: Signer,
  {
    verdict,
    heads,
    content = CONTENT,
    about = CHANGE,
    reason = '',
    at = 1_000,
    space = PARTY_SPACE,
    journey = JOURNEY,
    stamp = stampAt(at),
  }: ToSay,
): AnyRecord => {
  const body = { about, verdict, side, reason, content, heads: [...heads], at, device };
  const text = entryText({ space, journey, by: person }, body);
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64url');
  return aRecord({
    id: entryIdOf(hashOf(text)),
    space,
    journey,
    type: 'approval',
    stamp,
    by: person,
    createdBy: person,
    body: { ...body, signature },
  });
};

export const checked = (record: AnyRecord): Checked => {
  const text = textOfRecord(record);
  const { device, signature } = record.body;
  const isText = typeof device === 'string' && typeof signature === 'string';
  return { record, hash: hashOf(text), signed: isText && isSigned({ device, text, signature }) };
};

/** The cards of these signers, all certified. */
export const keysOf = (signers: readonly Signer[]): KnownKeys => ({
  of: (person, device) =>
    signers.some((signer) => signer.person === person && signer.device === device) ? 'certified' : null,
  sidesOf: (person) => {
    const sides = signers.flatMap((signer) => (signer.person === person ? [signer.side] : []));
    return sides.length === 0 ? null : new Set(sides);
  },
});

export const graphOf = (records: readonly AnyRecord[], signers: readonly Signer[]): Graph =>
  judgeGraph(records.map(checked), keysOf(signers));
