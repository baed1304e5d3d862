// Which originals the records name, which of them lie here and which at the server: read once a connection, then kept in
// step by what changes. Asking for all of it at each change would make adding a thousand photos a million questions.
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { lyingHere, recordsOfOriginals } from '../../data/named-originals.ts';
import type { OpenStore } from '../../data/open-store.ts';
import type { RecordChange } from '../../data/record-changes.ts';
import type { Bridge } from '../../../protocol/ipc/channels.ts';
import { placeOf, type NamedOriginal, type Transfer, type TransferQuestion } from './transfer-plan.ts';

/** Jobs of this kind note what has been sent, so that a restart need not ask the server about each. */
const SENT = 'sent';
/** Originals that were freed on this device: they come back when someone opens them. */
const FREED = 'freed';
export type OriginalsStore = Pick<OpenStore, 'find' | 'queue' | 'previews' | 'me'>;

export interface KnownOriginals {
  /** Heeds changes of records; answers the originals that they name. */
  readonly note: (changes: readonly RecordChange[]) => readonly string[];
  /** What there is now. Reads everything at the first call, afterwards only what changes named. */
  readonly now: () => Promise<Omit<TransferQuestion, 'mayRead' | 'mayWrite'>>;
  readonly moved: (transfer: Transfer) => Promise<void>;
  /** The preview of an original may have been made here. */
  readonly previewMade: (sha: string) => Promise<void>;
  /** Another space that the server's store is known to hold it in and that may be read: it need not travel again. */
  readonly alsoIn: (sha: string, mayRead: (space: SpaceId) => boolean) => SpaceId | null;
  /** It was thought to lie here and does not. */
  readonly gone: (sha: string) => void;
  /** Noted before the original goes, so that it is not fetched again at once; taken back when it stayed after all. */
  readonly freed: (sha: string, isFreed: boolean) => Promise<void>;
}

export const createKnownOriginals = (
  { find, queue, previews, me }: OriginalsStore,
  ask: Bridge['ask'],
  serverStore: string,
): KnownOriginals => {
  const originals = new Map<RecordKey, NamedOriginal>();
  const here = new Set<string>();
  const there = new Set<string>();
  const previewed = new Set<string>();
  const freed = new Set<string>();
  let isRead = false;
  /** Changes heard and not yet applied: those that came while everything was read go on top of it. */
  let heard: RecordChange[] = [];

  const lookFor = async (named: Iterable<string>): Promise<void> => {
    for (const sha of await lyingHere(
      [...named].filter((each) => !here.has(each)),
      ask,
    ))
      here.add(sha);
  };

  const setFreed = async (sha: string, isFreed: boolean): Promise<void> => {
    if (freed.has(sha) === isFreed) return;
    const id = `${FREED}:${sha}`;
    if (isFreed) {
      freed.add(sha);
      await queue.put([{ id, kind: FREED, state: '', at: Date.now(), body: { sha } }]);
    } else {
      freed.delete(sha);
      await queue.remove([id]);
    }
  };

  const lookForPreviews = async (named: Iterable<string>): Promise<void> => {
    const shas = [...new Set(named)].filter((sha) => !previewed.has(sha));
    if (shas.length > 0) for (const sha of (await previews.sizes(shas)).keys()) previewed.add(sha);
  };

  const readAll = async (): Promise<void> => {
    for (const record of await recordsOfOriginals(find)) originals.set(record.key, slim(record));
    for (const { state, body } of await queue.list(SENT)) if (state === serverStore) there.add(String(body['place']));
    await lookFor([...originals.values()].map(({ sha }) => sha));
    for (const sha of (await previews.sizes()).keys()) previewed.add(sha);
    // A kill between the note and the removal leaves one of something that is still here.
    for (const { body } of await queue.list(FREED)) freed.add(String(body['sha']));
    for (const sha of freed) if (here.has(sha)) await setFreed(sha, false);
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
        const named = changes.flatMap(({ after }) => originalOf(after)?.sha ?? []);
        await lookFor(named);
        await lookForPreviews(named);
      }
      return { originals: [...originals.values()], me, here, previewed, freed, there };
    },
    moved: async ({ what, direction, space, of, sha }) => {
      if (direction === 'down') {
        (what === 'preview' ? previewed : here).add(of);
        if (what === 'original') await setFreed(of, false);
        return;
      }
      const place = placeOf(space, sha);
      there.add(place);
      await queue.put([{ id: `${SENT}:${place}`, kind: SENT, state: serverStore, at: Date.now(), body: { place } }]);
    },
    previewMade: (sha) => lookForPreviews([sha]),
    alsoIn: (sha, mayRead) => {
      for (const original of originals.values())
        if (original.sha === sha && there.has(placeOf(original.space, sha)) && mayRead(original.space))
          return original.space;
      return null;
    },
    gone: (sha) => void here.delete(sha),
    freed: setFreed,
  };
};

/** Takes away what was noted of originals that are gone from this device for good. */
export const forgetNotes = async ({ queue }: Pick<OpenStore, 'queue'>, shas: readonly string[]): Promise<void> => {
  const gone = new Set(shas);
  const sent = (await queue.list(SENT)).filter(({ body }) => gone.has(String(body['place']).split('|')[1] ?? ''));
  await queue.remove([...sent.map(({ id }) => id), ...shas.map((sha) => `${FREED}:${sha}`)]);
};

const originalOf = (record: AnyRecord | null): NamedOriginal | null => {
  if (record === null) return null;
  const named = recordAs('photo', record) ?? recordAs('document', record);
  return named === null ? null : slim(named);
};

/** Kept of every original as long as the connection lasts, so without its words. */
export const slim = ({
  key,
  space,
  journey,
  createdAt,
  createdBy,
  body: { sha, bytes, mime, preview, movedTo },
}: RecordOf<'photo'> | RecordOf<'document'>): NamedOriginal => ({
  key,
  space,
  journey,
  createdAt,
  createdBy,
  movedTo: movedTo ?? null,
  sha,
  bytes,
  mime,
  preview: preview ?? null,
});
