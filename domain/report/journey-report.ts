// What the printed report of a journey says, as plain data; the page only sets it in type.
import { journeyMoney, countedCosts, type JourneyMoney } from '../journey/money.ts';
import { journeyOverview, type JourneyOverview, type OverviewInput } from '../journey/overview.ts';
import { scheduleSteps } from '../journey/schedule.ts';
import { liveSteps, namesOfSteps } from '../journey/steps.ts';
import { compareDates } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { commonView, type CommonView } from '../pictures/common-view.ts';
import { marksInOrder } from '../pictures/mark-shapes.ts';
import { pairsOf, saidById } from '../pictures/photo-pairs.ts';
import { stepsOfPhoto } from '../pictures/steps-of-photo.ts';
import { takenOf } from '../pictures/taken.ts';
import { shownSize } from '../pictures/turned.ts';
import type { CostState } from '../records/cost.ts';
import type { Mark } from '../records/mark.ts';
import type { Turn } from '../records/media.ts';
import type { Commitment } from '../money/commitments.ts';
import { entriesOf } from '../money/entries.ts';
import { journeyOutlook, type CostOutlook } from '../money/outlook.ts';
import type { RecordOf } from '../records/registry.ts';
import type { StepState } from '../records/step.ts';

type Photo = RecordOf<'photo'>;
type Pair = RecordOf<'pair'>;

export interface ReportPhoto {
  readonly key: RecordKey;
  /** Names the original and its preview. */
  readonly sha: string;
  readonly caption: string;
  readonly takenAt: string | null;
  /** Size in px as shown. */
  readonly width: number;
  readonly height: number;
  /** Degrees by which its preview is turned to be shown so. */
  readonly turn: Turn;
  /** What people drew over it. */
  readonly marks: readonly Mark[];
}

/** Two photos of one place, and the part of it that both show. */
export interface ReportPair {
  readonly before: ReportPhoto;
  readonly after: ReportPhoto;
  readonly view: CommonView;
}

export interface ReportStep {
  /** From 1, in the order of the list. */
  readonly number: number;
  readonly name: string;
  readonly state: StepState;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  /** True while the dates are a projection and not what happened. */
  readonly projected: boolean;
  readonly blockedReason: string;
  readonly notes: string;
  readonly photos: readonly ReportPhoto[];
}

export interface ReportCost {
  readonly description: string;
  readonly vendor: string;
  readonly category: string;
  readonly amount: Money;
  readonly state: CostState;
  readonly date: CalendarDate | null;
  /** Name of its step; '' without one. */
  readonly step: string;
}

export interface JourneyReport {
  readonly name: string;
  readonly area: string;
  readonly address: string;
  readonly startDate: CalendarDate | null;
  /** The day the report was made. */
  readonly today: CalendarDate;
  readonly overview: Pick<JourneyOverview, 'progress' | 'projectedEnd' | 'tasks'> & {
    readonly next: string | null;
    readonly blocked: readonly { readonly name: string; readonly reason: string }[];
    readonly late: readonly string[];
  };
  readonly steps: readonly ReportStep[];
  readonly money: JourneyMoney;
  readonly outlook: CostOutlook;
  /** By date, undated last. */
  readonly costs: readonly ReportCost[];
  /** Photos that hang on no step of the report. */
  readonly otherPhotos: readonly ReportPhoto[];
  /** Before and after, in the order of the later photo. */
  readonly pairs: readonly ReportPair[];
}

export interface ReportInput extends OverviewInput {
  readonly photos: readonly Photo[];
  readonly pairs: readonly Pair[];
  /** Awards as they stand; none where absent. */
  readonly commitments?: readonly Commitment[];
}

/** Only what is handed in is reported: a contractor's device holds no costs, so its report has none. Trash is left out. */
export const journeyReport = (input: ReportInput): JourneyReport => {
  const { journey, today, budget, costs, commitments = [] } = input;
  const { name, area, address, startDate, currency } = journey.body;
  const overview = journeyOverview(input);
  const steps = reportSteps(input);
  const stepKeys = new Set(liveSteps(input.steps).map(({ key }) => key));
  const { entries } = entriesOf(costs, currency);
  const loose = livePhotos(input.photos).filter((photo) => !stepsOfPhoto(photo).some((key) => stepKeys.has(key)));
  return {
    name,
    area,
    address,
    startDate,
    today,
    overview: {
      progress: overview.progress,
      projectedEnd: overview.projectedEnd,
      tasks: overview.tasks,
      next: overview.next?.body.name ?? null,
      blocked: overview.blocked.map(({ step, reason }) => ({ name: step.body.name, reason })),
      late: overview.late.map(({ body }) => body.name),
    },
    steps,
    money: journeyMoney({ currency, costs, budget }),
    outlook: journeyOutlook({ steps: input.steps, currency, entries, budget, commitments }),
    costs: reportCosts(input),
    otherPhotos: loose.map(toReportPhoto),
    pairs: reportPairs(input),
  };
};

const reportSteps = ({ steps: all, photos, journey, today }: ReportInput): readonly ReportStep[] => {
  const steps = liveSteps(all);
  const spans = scheduleSteps(steps, { today, startDate: journey.body.startDate });
  const shown = livePhotos(photos);
  return steps.map(({ key, body }, place) => {
    const span = spans.get(key);
    if (span === undefined) throw new Error(`step without a span: ${key}`);
    return {
      number: place + 1,
      name: body.name,
      state: body.state,
      start: span.start,
      end: span.end,
      projected: body.state !== 'done' && body.state !== 'skipped',
      blockedReason: body.blockedReason,
      notes: body.notes,
      photos: shown.filter((photo) => stepsOfPhoto(photo).includes(key)).map(toReportPhoto),
    };
  });
};

const reportCosts = ({ costs, steps }: ReportInput): readonly ReportCost[] => {
  const nameByStep = namesOfSteps(steps);
  return countedCosts(costs)
    .toSorted((a, b) => compareDates(a.body.date, b.body.date))
    .map(({ body }) => ({
      description: body.description,
      vendor: body.vendor,
      category: body.category,
      amount: body.amount,
      state: body.state,
      date: body.date,
      step: body.step === null ? '' : (nameByStep.get(body.step) ?? ''),
    }));
};

/** Oldest picture first; of a shared photo only the copy, when it is listed too. */
const livePhotos = (photos: readonly Photo[]): readonly Photo[] => {
  const live = photos.filter(({ trashedAt }) => trashedAt === 0);
  const keys = new Set(live.map(({ key }) => key));
  const shown = live.filter(({ body }) => body.movedTo == null || !keys.has(body.movedTo));
  return shown.toSorted(
    (a, b) => (takenOf(a.body) ?? '').localeCompare(takenOf(b.body) ?? '') || a.createdAt - b.createdAt,
  );
};

/** In the order of the later photo. */
const reportPairs = ({ pairs, photos }: Pick<ReportInput, 'pairs' | 'photos'>): readonly ReportPair[] => {
  const inTime = livePhotos(photos);
  const said = saidById(pairs.filter(({ trashedAt }) => trashedAt === 0));
  return pairsOf(said, inTime)
    .toSorted((a, b) => inTime.indexOf(a.after) - inTime.indexOf(b.after))
    .map(({ before, after, align }) => ({
      before: toReportPhoto(before),
      after: toReportPhoto(after),
      view: commonView(shownSize(before.body), shownSize(after.body), align),
    }));
};

const toReportPhoto = ({ key, body }: Photo): ReportPhoto => ({
  key,
  sha: body.sha,
  caption: body.caption,
  takenAt: takenOf(body),
  ...shownSize(body),
  turn: body.turn ?? 0,
  marks: marksInOrder(body.marks).map(([, mark]) => mark),
});
