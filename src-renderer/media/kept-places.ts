// Where a person's photos were taken: kept on a device while they allow it there, and taken out again when they no longer do.
import { withoutUnwantedPlace, type PhotoSeen } from '../../domain/records/media.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import type { MediaPorts } from './desk-ports.ts';
import { readingOf } from './find-reading.ts';

/** Setting: a person allowed this device to keep where their photos were taken. */
export const KEEP_PLACES = 'photos:place';
/** Setting: after it was forbidden here, places were taken out. */
const TAKEN_OUT = 'photos:place-out';

/** Once after it was forbidden here, originals or not, from photos in the trash too. What the person's other devices keep after that is theirs to say. */
export const takeOutPlaces = async (ports: MediaPorts): Promise<void> => {
  const { settings, find, run, me } = ports.store;
  const keeps = settings.get(KEEP_PLACES);
  if (keeps === true && settings.get(TAKEN_OUT) === true) await settings.set(TAKEN_OUT, false);
  if (keeps !== false || settings.get(TAKEN_OUT) === true) return;
  for (const photo of await find({ type: 'photo', trash: 'with' })) {
    const reading = photo.createdBy === me ? await readingOf(ports.store, photo.key) : null;
    const seen = reading?.body.seen ?? null;
    if (reading === null || seen === null || seen.place === undefined) continue;
    const { place: _gone, ...rest } = seen;
    const taken = await run('reading.see', { key: reading.key, seen: rest });
    if (!taken.ok) return;
  }
  await settings.set(TAKEN_OUT, true);
};

/** Where it is not allowed here, what another device of theirs kept stays. */
export const placeToKeep = (
  keepsPlaces: boolean,
  found: PhotoSeen['place'],
  { body }: RecordOf<'reading'>,
): Pick<PhotoSeen, 'place'> => {
  const place = keepsPlaces ? found : body.seen?.place;
  return place === undefined ? {} : { place };
};

/** Where a merge of an older build kept the place of a photo whose place a person does not want. */
export const takeOutUnwanted = async (
  { run }: Pick<MediaPorts['store'], 'run'>,
  reading: RecordOf<'reading'> | null,
): Promise<void> => {
  const { seen = null, seenFixes } = reading?.body ?? {};
  if (reading === null || seen === null || withoutUnwantedPlace(seen, seenFixes) === seen) return;
  await run('reading.see', { key: reading.key, seen });
};
