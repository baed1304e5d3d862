// Sets up the sample kitchen through the same doors as everything else: its acts are commands, its files are imported.
import { v7 as uuidv7 } from 'uuid';
import type { SamplePlace } from '../../../domain/templates/sample-act.ts';
import { sampleDays, type SampleDays } from '../../../domain/templates/sample-days.ts';
import { sampleKitchen, stepKeyBySlug } from '../../../domain/templates/sample-kitchen.ts';
import { sampleManifest, type SampleMedia } from '../../../domain/templates/sample-media.ts';
import type { RecordId, RecordKey } from '../../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { MediaPorts } from '../../media/desk-ports.ts';
import { importFile } from '../../media/import-file.ts';
import { discardUnused } from '../../media/unfinished.ts';

export type SampleProgress = (done: number, total: number) => void;

const FOLDER = './sample/';

/** Answers the sample journey's id. When a step of it fails, all of it is taken away again. */
export const loadSample = async (ports: MediaPorts, progress: SampleProgress): Promise<Result<RecordId, Failure>> => {
  const listed = await fetchManifest();
  if (!listed.ok) return listed;
  const journey: RecordId = `journey_${uuidv7()}`;
  const made = await playSample(ports, { journey, files: listed.value, progress });
  if (made.ok) return ok(journey);
  await removeSample(ports, journey);
  return made;
};

/** Blanks the sample's records and removes its files, unless a journey of one's own has the same file. */
export const removeSample = async (ports: MediaPorts, journey: RecordId): Promise<Result<null, Failure>> => {
  const photos = await ports.store.find({ type: 'photo', journey, trash: 'with' });
  const documents = await ports.store.find({ type: 'document', journey, trash: 'with' });
  const purged = await ports.store.run('journey.purge', { journey });
  if (!purged.ok) return purged;
  // One that can't be removed now goes at the next start.
  await discardUnused(
    ports,
    [...photos, ...documents].map(({ body }) => body.sha),
  ).catch(() => undefined);
  return ok(null);
};

interface Play {
  readonly journey: RecordId;
  readonly files: readonly SampleMedia[];
  readonly progress: SampleProgress;
}

const playSample = async (ports: MediaPorts, { journey, files, progress }: Play): Promise<Result<null, Failure>> => {
  const now = Date.now();
  const days = sampleDays(now);
  const [start, ...acts] = sampleKitchen(files, now);
  if (start === undefined) throw new Error('the sample has no acts');
  const keyByFile = new Map<string, RecordKey>();
  const keyByName = new Map<string, RecordKey>();
  let keyBySlug: ReadonlyMap<string, RecordKey> = new Map();
  const place: SamplePlace = {
    journey,
    stepKey: (slug) => {
      const key = keyBySlug.get(slug);
      if (key === undefined) throw new Error(`the sample's template has no step ${slug}`);
      return key;
    },
    mediaKey: (file) => keyByFile.get(file) ?? null,
    made: (name) => {
      const key = keyByName.get(name);
      if (key === undefined) throw new Error(`no act of the sample made ${name}`);
      return key;
    },
  };
  const started = await start.perform(ports.store.run, place);
  if (!started.ok) return started;
  keyBySlug = stepKeyBySlug(await ports.store.find({ type: 'step', journey }));
  for (const [index, media] of files.entries()) {
    progress(index, files.length);
    const added = await importSample(ports, { media, parent: place.stepKey(media.step), journey, days });
    if (!added.ok) return added;
    keyByFile.set(media.file, added.value);
  }
  progress(files.length, files.length);
  for (const act of acts) {
    const done = await act.perform(ports.store.run, place);
    if (!done.ok) return done;
    const [made] = done.value.keys;
    if (act.as !== undefined && made !== undefined) keyByName.set(act.as, made);
  }
  return ok(null);
};

interface Import {
  readonly media: SampleMedia;
  readonly parent: RecordKey;
  readonly journey: RecordId;
  readonly days: SampleDays;
}

const importSample = async (
  ports: MediaPorts,
  { media, parent, journey, days }: Import,
): Promise<Result<RecordKey, Failure>> => {
  const answer = await fetch(FOLDER + media.file);
  if (!answer.ok) return err({ type: 'FileDamaged', detail: media.file });
  const file = new File([await answer.blob()], media.file);
  const words = {
    caption: media.caption === '' ? media.title : media.caption,
    title: media.title,
    takenAt: days.moment(media.takenAt),
  };
  const imported = await importFile(
    ports,
    { file, landing: { journey, space: privateSpace(journey), parent }, words },
    { signal: new AbortController().signal, progress: () => {}, passed: () => {} },
  );
  return imported.ok ? ok(imported.value.key) : imported;
};

const fetchManifest = async (): Promise<Result<readonly SampleMedia[], Failure>> => {
  const answer = await fetch(`${FOLDER}manifest.json`).catch(() => null);
  const parsed = sampleManifest.safeParse(answer?.ok === true ? await answer.json() : null);
  return parsed.success ? ok(parsed.data.files) : err({ type: 'FileDamaged', detail: 'sample/manifest.json' });
};
