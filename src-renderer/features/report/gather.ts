// Collects what a report is made of: the records of one journey as this device holds them, and the previews of its photos.
import { journeyReport, type JourneyReport } from '../../../domain/report/journey-report.ts';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { CalendarDate } from '../../../domain/kernel/time.ts';
import type { Store } from '../../data/store.ts';

export interface Gathered {
  readonly report: JourneyReport;
  /** Preview by the photo's hash. */
  readonly pictures: Readonly<Record<string, Blob>>;
}

type ReportStore = Pick<Store, 'find' | 'previews'>;

export const gatherReport = async (
  store: ReportStore,
  journey: RecordOf<'journey'>,
  today: CalendarDate,
): Promise<Gathered> => {
  const of = { journey: journey.id } satisfies { readonly journey: RecordId };
  const [budget = null] = await store.find({ type: 'budget', ...of });
  const report = journeyReport({
    journey,
    steps: await store.find({ type: 'step', ...of }),
    costs: await store.find({ type: 'cost', ...of }),
    tasks: await store.find({ type: 'task', ...of }),
    photos: await store.find({ type: 'photo', ...of }),
    budget,
    today,
  });
  const pictures: Record<string, Blob> = {};
  for (const { sha } of [...report.steps.flatMap(({ photos }) => photos), ...report.otherPhotos]) {
    const preview = await store.previews.get(sha);
    if (preview !== null) pictures[sha] = preview;
  }
  return { report, pictures };
};
