// Collects a journey's records of every type, as this device holds them and may show them, into the file for other programs.
import { exportJourney, type JourneyFile } from '../../../domain/export/journey-file.ts';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { definitionByType, isRecordType } from '../../../domain/records/registry.ts';
import type { Store } from '../../data/store.ts';

export const gatherJourneyFile = async (
  store: Pick<Store, 'find' | 'me'>,
  journey: RecordId,
  now: Instant,
): Promise<JourneyFile> => {
  const records: AnyRecord[] = [];
  for (const type of Object.keys(definitionByType).filter(isRecordType))
    records.push(...(await store.find({ type, journey, trash: 'with' })));
  // A person's card is the household's, or one in each space whose readers need the name.
  const cards = await store.find({ type: 'person', trash: 'with' });
  const nameById = new Map(cards.map(({ id, body }) => [id, body.name]));
  return exportJourney({
    journey,
    madeAt: new Date(now).toISOString(),
    madeBy: store.me,
    records,
    nameOf: (person) => nameById.get(person) ?? null,
  });
};
