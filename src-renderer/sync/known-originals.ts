// Which originals the records name, which of them lie here and which at the server: read once a connection, then kept in
// step by what changes. Asking for all of it at each change would make adding a thousand photos a million questions.
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { recordAs } from '../../domain/records/registry.ts';
import type { OpenStore } from '../data/open-store.ts';
import type { RecordChange } from '../data/record-changes.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import { placeOf, type NamedOriginal, type Transfer } from './transfer-plan.ts';

/** Jobs of this kind note what has been sent, so that a restart need not ask the server about each. */
const SENT = 'sent';
/** As many as one question to main takes. */
const MOST_SHAS = 5_000;

export type OriginalsStore = Pick<OpenStore, 'find' | 'queue'>;

export interface KnownOriginals {
  /** Heeds changes of records; answers the originals that they name. */
  readonly note: (changes: readonly RecordChange[]) => readonly string[];
  /** What there is now. Reads everything at the first call, afterwards only what changes named. */
  readonly now: () => Promise<{
    readonly originals: readonly NamedOriginal[];
    readonly here: ReadonlySet<string>;
    readonly there: ReadonlySet<string>;
  }>;
  readonly moved: (transfer: Transfer) => Promise<void>;
  /** It was thought to lie here and does not. */
  readonly gone: (sha: string) => void;
}

export const createKnownOriginals = (
  { find, queue }: OriginalsStore,
  ask: Bridge['ask'],
  serverStore: string,
): KnownOriginals => {
  const originals = new Map<RecordKey, NamedOriginal>();
  const here = new Set<string>();
  const there = new Set<string>();
  let isRead = false;
  /** Changes heard and not yet applied: those that came while everything was read go on top of it. */
  let heard: RecordChange[] = [];

  const lookFor = async (named: Iterable<string>): Promise<void> => {
    const shas = [...new Set(named)].filter((sha) => !here.has(sha));
    for (let from = 0; from < shas.length; from += MOST_SHAS)
      for (const sha of (await ask('blob.has', { shas: shas.slice(from, from + MOST_SHAS) })).have) here.add(sha);
  };

  const readAll = async (): Promise<void> => {
    const photos = await find({ type: 'photo', trash: 'with' });
    const documents = await find({ type: 'document', trash: 'with' });
    for (const record of [...photos, ...documents]) originals.set(record.key, slim(record));
    for (const { state, body } of await queue.list(SENT)) if (state === serverStore) there.add(String(body['place']));
    await lookFor([...originals.values()].map(({ sha }) => sha));
    isRead = true;
  };

  return {
    note: (changes) => {
      const mine = changes.filter(({ before, after }) => originalOf(after ?? before) !== null);
      heard.push(...mine);
      return mine.flatMap(({ after }) => originalOf(after)?.sha ?? []);
    },
    now: async () => {
      if (!isRead) await readAll();
      while (heard.length > 0) {
        const changes = heard;
        heard = [];
        for (const { key, after } of changes) {
          const original = originalOf(after);
          if (original === null) originals.delete(key);
          else originals.set(key, original);
        }
        await lookFor(changes.flatMap(({ after }) => originalOf(after)?.sha ?? []));
      }
      return { originals: [...originals.values()], here, there };
    },
    moved: async ({ direction, space, sha }) => {
      if (direction === 'down') {
        here.add(sha);
        return;
      }
      const place = placeOf(space, sha);
      there.add(place);
      await queue.put([{ id: `${SENT}:${place}`, kind: SENT, state: serverStore, at: Date.now(), body: { place } }]);
    },
    gone: (sha) => void here.delete(sha),
  };
};

const originalOf = (record: AnyRecord | null): NamedOriginal | null => {
  if (record === null) return null;
  const named = recordAs('photo', record) ?? recordAs('document', record);
  return named === null ? null : slim(named);
};

/** Kept of every original as long as the connection lasts, so without its words. */
const slim = ({
  space,
  createdAt,
  body: { sha, mime },
}: Pick<AnyRecord, 'space' | 'createdAt'> & {
  readonly body: { readonly sha: string; readonly mime: string };
}): NamedOriginal => ({ space, createdAt, sha, mime });
