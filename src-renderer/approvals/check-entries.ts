// The arithmetic of a journey's approvals: hashes in the page, signatures in main. What was looked at once is not looked at again.
import { textOfRecord } from '../../domain/approvals/entry.ts';
import { contentText } from '../../domain/approvals/content.ts';
import type { Checked } from '../../domain/approvals/graph.ts';
import type { CheckedJourney } from '../../domain/approvals/journey-approvals.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import { MOST_SIGNED_CHARACTERS } from '../../protocol/ipc/sign.ts';
import { sha256Of } from '../data/sha256.ts';

export type CheckJourney = (entries: readonly AnyRecord[], approvable: readonly AnyRecord[]) => Promise<CheckedJourney>;

/** As many texts as main takes at a time. */
const AT_ONCE = 500;

export const createCheckJourney = (ask: Bridge['ask']): CheckJourney => {
  const hashByText = new Map<string, string>();
  const signedByText = new Map<string, boolean>();

  const hashOf = async (text: string): Promise<string> => {
    const known = hashByText.get(text) ?? (await sha256Of(new TextEncoder().encode(text).buffer));
    hashByText.set(text, known);
    return known;
  };

  const verify = async (entries: readonly AnyRecord[]): Promise<void> => {
    const open = entries.map(signedText).filter(({ name, fits }) => fits && !signedByText.has(name));
    for (let from = 0; from < open.length; from += AT_ONCE) {
      const some = open.slice(from, from + AT_ONCE);
      const texts = some.map(({ device, text, signature }) => ({ device, text, signature }));
      const { signed } = await ask('sign.verify', { texts });
      for (const [index, { name }] of some.entries()) signedByText.set(name, signed[index] === true);
    }
  };

  return async (entries, approvable) => {
    await verify(entries);
    const checked: Checked[] = [];
    for (const record of entries) {
      const { name, text } = signedText(record);
      checked.push({ record, hash: await hashOf(text), signed: signedByText.get(name) === true });
    }
    const contentByKey = new Map<string, string>();
    for (const record of approvable) {
      const text = contentText(record);
      if (text !== null) contentByKey.set(record.key, await hashOf(text));
    }
    return { entries: checked, contentByKey };
  };
};

interface SignedText {
  /** What it is remembered by. */
  readonly name: string;
  readonly device: string;
  readonly text: string;
  readonly signature: string;
  /** Main looks at it; what is longer or no text is not signed. */
  readonly fits: boolean;
}

const signedText = (record: AnyRecord): SignedText => {
  const { device, signature } = record.body;
  const text = textOfRecord(record);
  const isText = typeof device === 'string' && typeof signature === 'string';
  const [key, seal] = isText ? [device, signature] : ['', ''];
  const fits = isText && key.length <= 100 && seal.length <= 200 && text.length <= MOST_SIGNED_CHARACTERS;
  return { name: `${seal}\n${text}`, device: key, text, signature: seal, fits };
};
