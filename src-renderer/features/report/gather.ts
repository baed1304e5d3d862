// Collects what a report is made of: the records of one journey as this device holds them, and the previews of its photos.
import { WHOLE, type Crop } from '../../../domain/pictures/common-view.ts';
import type { PersonId, RecordId } from '../../../domain/kernel/ids.ts';
import { reportDecisions } from '../../../domain/report/decisions.ts';
import { journeyReport, type ReportPhoto } from '../../../domain/report/journey-report.ts';
import { reportQuotes } from '../../../domain/report/quotes.ts';
import { bookedCosts } from '../../../domain/money/booked.ts';
import { commitmentsOf, type ApprovedChange } from '../../../domain/money/commitments.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { CalendarDate } from '../../../domain/kernel/time.ts';
import type { Store } from '../../data/store.ts';
import type { PrintedPicture } from '../../workers/report-calls.ts';
import { pictureName } from './picture-name.ts';
import type { PrintedReport } from './report-definition.ts';

export interface Gathered {
  readonly report: PrintedReport;
  /** What is printed, by the name under which the report's definition asks for it. */
  readonly pictures: Readonly<Record<string, PrintedPicture>>;
}

interface GatherOptions {
  readonly today: CalendarDate;
  readonly nameOf: (person: PersonId) => string;
  /** Change orders that stand; without them awards count as they were taken. */
  readonly changes?: readonly ApprovedChange[];
}

type ReportStore = Pick<Store, 'find' | 'previews'>;

export const gatherReport = async (
  store: ReportStore,
  journey: RecordOf<'journey'>,
  { today, nameOf, changes = [] }: GatherOptions,
): Promise<Gathered> => {
  const of = { journey: journey.id } satisfies { readonly journey: RecordId };
  const [budget = null] = await store.find({ type: 'budget', ...of });
  const awards = await store.find({ type: 'award', ...of });
  const quotes = await store.find({ type: 'quote', ...of });
  const allocations = await store.find({ type: 'allocation', ...of });
  const costs = bookedCosts(await store.find({ type: 'cost', ...of }), allocations);
  const steps = await store.find({ type: 'step', ...of });
  const report = journeyReport({
    journey,
    steps,
    costs,
    commitments: commitmentsOf({ awards, quotes, allocations, costs, changes }),
    tasks: await store.find({ type: 'task', ...of }),
    photos: await store.find({ type: 'photo', ...of }),
    pairs: await store.find({ type: 'pair', ...of }),
    budget,
    today,
  });
  const pictures: Record<string, PrintedPicture> = {};
  const add = async (photo: ReportPhoto, crop: Crop): Promise<void> => {
    const name = pictureName(photo, crop);
    const preview = pictures[name] === undefined ? await store.previews.get(photo.sha) : null;
    if (preview !== null)
      pictures[name] = { picture: preview, turn: photo.turn, crop, marks: crop === WHOLE ? photo.marks : [] };
  };
  for (const photo of [...report.steps.flatMap(({ photos }) => photos), ...report.otherPhotos]) await add(photo, WHOLE);
  for (const { before, after, view } of report.pairs) {
    await add(before, view.before);
    await add(after, view.after);
  }
  const decisions = reportDecisions({
    decisions: await store.find({ type: 'decision', ...of }),
    alternatives: await store.find({ type: 'alternative', ...of }),
    today,
    nameOf,
  });
  return { report: { ...report, decisions, quotes: reportQuotes({ quotes, awards, steps, today }) }, pictures };
};
