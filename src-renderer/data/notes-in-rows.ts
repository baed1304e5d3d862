// Keeps of each record one copy. RxDB's replication notes beside every record, whole, what the server is known to hold of it, which
// is nearly always the record itself: then it is told from the row, and only what differs from it is noted.
import {
  getRxReplicationMetaInstanceSchema,
  META_INSTANCE_SCHEMA_TITLE,
  type RxStorage,
  type RxStorageInstance,
  type RxStorageInstanceCreationParams,
  type RxStorageReplicationMeta,
} from 'rxdb/plugins/core';
import { map } from 'rxjs';
import type { Stamp } from '../../domain/kernel/stamp.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import {
  isKnown,
  keptBefore,
  knownState,
  metaOf,
  overThat,
  type KnownState,
  type Replication,
  type Row,
  type Sent,
} from './known-rows.ts';

type Records = RxStorageInstance<AnyRecord, unknown, unknown>;
type Note = RxStorageReplicationMeta<KnownState, unknown>;
type RecordWrite = Parameters<Records['bulkWrite']>[0][number];
type Notes = RxStorageInstance<Note, unknown, unknown>;
type NoteRow = Parameters<Notes['bulkWrite']>[0][number];
type NoteDoc = NoteRow['document'];

interface Known extends Replication {
  sent: Sent | null;
  readonly acknowledged: Map<string, Stamp>;
  /** Rows that were fetched and whose notes have not come by yet. */
  readonly fetched: Map<string, Stamp>;
}

const RECORDS = 'records';
/** The note of the place up to which everything was sent. */
const PLACE = 'up|1';
/** How the id of a note about a record ends, after its key. */
const OF_RECORD = '|0';
const SEPARATOR = '--';
/** In the name of a database, before what RxDB calls the collection. */
const NOTES = `${SEPARATOR}rx-replication-meta-`;
/** How the context begins in which RxDB writes rows that it has fetched. */
const FETCHING = 'replication-downstream-';
/** Contexts in which RxDB writes notes. */
const FETCHED = 'replication-down-write-meta';
const ACKNOWLEDGED = 'replication-up-write-meta';
/** Of a note that is not there: RxDB counts the next one's revision from it. */
const NOT_THERE = '1-row';

/** Notes opened with it are those of a replication that does not run now. */
export const OPENED_ASIDE = { isAside: true } as const;

/** Over everything else; one replication runs at a time. */
export const notesInRows = <I, O>(storage: RxStorage<I, O>): RxStorage<I, O> => {
  const knownByName = new Map<string, Known>();
  /** Those that ran since the start, newest first: the one that runs, or ran last, is the first. */
  let ran: readonly Known[] = [];
  let records: Records | null = null;
  /** What was written here since the start and is not acknowledged, by key. */
  const ours = new Map<string, Stamp>();
  /** Rows that the replication has just read, to send what the server lacks: so they are not read once more. */
  const read = new Map<string, Row>();

  /** Whether a server may hold what is written over, and only notes from before this start can tell. */
  const isInDoubt = ({ previous }: RecordWrite): boolean =>
    previous !== undefined &&
    metaOf(previous).from === undefined &&
    ours.get(previous.key) !== previous.stamp &&
    !ran.some((known) => isKnown(previous, known));

  const overRecords = (instance: Records, earlier: () => Promise<readonly Known[]>): void => {
    const [write, changes] = [instance.bulkWrite.bind(instance), instance.changeStream.bind(instance)];
    const readChanged = instance.getChangedDocumentsSince?.bind(instance);
    if (readChanged !== undefined)
      instance.getChangedDocumentsSince = async (...asked) => {
        const changed = await readChanged(...asked);
        for (const row of changed.documents) read.set(row.key, row);
        return changed;
      };
    instance.bulkWrite = async (rows, context) => {
      const by = context.startsWith(FETCHING) ? ran[0] : undefined;
      const before = by === undefined && rows.some(isInDoubt) ? await earlier() : [];
      const replications = [...ran, ...before.filter(({ name }) => ran.every((known) => known.name !== name))];
      const arrived: Row[] = [];
      for (const { document: row, previous } of rows) {
        read.delete(row.key);
        const { from: _from, before: _before, over: _over, ...meta } = metaOf(row);
        row._meta = meta;
        if (by !== undefined) {
          Object.assign(meta, { from: by.name });
          arrived.push(row);
          continue;
        }
        if (previous !== undefined) {
          const kept = keptBefore(previous, { replications, removed: row._deleted });
          Object.assign(meta, { over: overThat(previous), ...(kept === undefined ? {} : { before: kept }) });
        }
        ours.set(row.key, row.stamp);
      }
      const written = await write(rows, context);
      const failed = new Set(written.error.map(({ documentId }) => documentId));
      for (const { key, stamp } of arrived.filter((row) => !failed.has(row.key))) {
        by?.fetched.set(key, stamp);
        ours.delete(key);
      }
      return written;
    };
    // RxDB takes the last row of a write for the place it has come to; rows of one time have their order by key.
    instance.changeStream = () =>
      changes().pipe(
        map((bulk) => {
          const id = bulk.events.reduce((end, { documentId }) => (documentId > end ? documentId : end), '');
          return bulk.events.length < 2 ? bulk : { ...bulk, checkpoint: { ...Object(bulk.checkpoint), id } };
        }),
      );
  };

  /** A write since it was read has taken it out. */
  const rowsOf = async (keys: readonly string[]): Promise<readonly Row[]> => {
    const at = keys.flatMap((key) => read.get(key) ?? []);
    for (const { key } of at) read.delete(key);
    const known = new Set(at.map(({ key }) => key));
    const others = keys.filter((key) => !known.has(key));
    return others.length === 0 ? at : [...at, ...((await records?.findDocumentsById(others, true)) ?? [])];
  };

  const overNotes = async (instance: Notes, known: Known): Promise<void> => {
    const derived = new WeakSet<object>();
    const [find, write] = [instance.findDocumentsById.bind(instance), instance.bulkWrite.bind(instance)];
    const [place] = await find([PLACE], false);
    known.sent = sentOf(place);
    read.clear();

    instance.findDocumentsById = async (ids, deleted) => {
      const keys = ids.filter((id) => id.endsWith(OF_RECORD)).map((id) => id.slice(0, -OF_RECORD.length));
      const [noted, rows] = await Promise.all([find(ids, deleted), rowsOf(keys)]);
      const there = new Set(noted.map(({ id }) => id));
      const told = rows.flatMap((row) => {
        const id = `${row.key}${OF_RECORD}`;
        const state = there.has(id) ? null : knownState(row, known);
        if (state === null) return [];
        const note = {
          id,
          itemId: row.key,
          isCheckpoint: '0',
          docData: state,
          _attachments: {},
          _deleted: false,
          _rev: NOT_THERE,
          _meta: { lwt: row._meta.lwt },
        } as NoteDoc;
        derived.add(note);
        return [note];
      });
      return [...noted, ...told];
    };

    /** Whether the row says it by itself from now on. */
    const isToldByRow = (context: string, { docData }: NoteDoc): boolean => {
      if (docData === undefined) return false;
      const { key, stamp } = docData;
      if (context === FETCHED) {
        const isIt = known.fetched.get(key) === stamp;
        known.fetched.delete(key);
        return isIt;
      }
      if (context !== ACKNOWLEDGED || (ours.get(key) ?? stamp) !== stamp) return false;
      known.acknowledged.set(key, stamp);
      ours.delete(key);
      return true;
    };

    instance.bulkWrite = async (rows, context) => {
      const toWrite: NoteRow[] = [];
      for (const { document, previous } of rows) {
        const noted = previous !== undefined && !derived.has(previous) ? previous : null;
        const isTold = isToldByRow(context, document);
        if (noted !== null) toWrite.push({ document, previous: noted });
        else if (!isTold) toWrite.push({ document });
      }
      if (toWrite.length === 0) return { error: [] };
      const covered = [...known.acknowledged.keys()];
      const written = await write(toWrite, context);
      const reached = toWrite.find(({ document }) => document.id === PLACE);
      if (reached !== undefined && written.error.length === 0) {
        known.sent = sentOf(reached.document);
        for (const key of covered) known.acknowledged.delete(key);
      }
      return written;
    };
  };

  return {
    name: storage.name,
    rxdbVersion: storage.rxdbVersion,
    createStorageInstance: async (params) => {
      const instance = await storage.createStorageInstance(params);
      if (params.collectionName === RECORDS) {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the collection has this schema
        records = instance as unknown as Records;
        let asked: readonly Known[] | null = null;
        overRecords(records, async () => (asked ??= await earlierIn(storage, params)));
      }
      if (params.schema.title === META_INSTANCE_SCHEMA_TITLE) {
        const name = nameOf(params.collectionName);
        const known = knownByName.get(name) ?? createKnown(name);
        knownByName.set(name, known);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its title says so
        await overNotes(instance as unknown as Notes, known);
        if (!Object.hasOwn(Object(params.options), 'isAside')) ran = [known, ...ran.filter((other) => other !== known)];
      }
      return instance;
    },
  };
};

/**
 * The replications that ran before this start, newest first. Asked for once, at the first write over a row that one of them may have
 * sent: an offline edit has to keep the row if the server has it, and must not if it has not.
 */
const earlierIn = async <I, O, Doc>(
  storage: RxStorage<I, O>,
  params: RxStorageInstanceCreationParams<Doc, O>,
): Promise<readonly Known[]> => {
  const names = (await globalThis.indexedDB.databases()).map(({ name = '' }) => name);
  const collections = names.flatMap((name) => {
    const at = name.indexOf(NOTES);
    return at >= 0 && name.includes(`-${params.databaseName}--`) ? [name.slice(at + SEPARATOR.length)] : [];
  });
  const found: { readonly known: Known; readonly at: number }[] = [];
  for (const collectionName of new Set(collections)) {
    const instance = await storage.createStorageInstance<Note>({
      ...params,
      collectionName,
      schema: getRxReplicationMetaInstanceSchema(params.schema, false),
    });
    const [place] = await instance.findDocumentsById([PLACE], false);
    await instance.close();
    if (place !== undefined) found.push({ known: createKnown(nameOf(collectionName), place), at: place._meta.lwt });
  }
  return found.toSorted((a, b) => b.at - a.at).map(({ known }) => known);
};

const createKnown = (name: string, place?: NoteDoc): Known => ({
  name,
  sent: sentOf(place),
  acknowledged: new Map(),
  fetched: new Map(),
});

/** RxDB ends the name of a collection of notes on a hash; a part of it tells two of them apart. */
const nameOf = (collection: string): string => collection.slice(-16);

const sentOf = (note: NoteDoc | undefined): Sent | null => {
  const place: unknown = note?.checkpointData;
  if (typeof place !== 'object' || place === null || !('lwt' in place) || !('id' in place)) return null;
  return typeof place.lwt === 'number' && typeof place.id === 'string' ? { lwt: place.lwt, id: place.id } : null;
};
