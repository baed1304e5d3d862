// What stands under a photo of the report: its caption, and the day it was taken.
import type { ReportPhoto } from '../../../domain/report/journey-report.ts';
import type { Node } from './pieces.ts';
import type { ReportWords } from './report-words.ts';

export const captionOf = ({ caption, takenAt }: ReportPhoto, { day }: Pick<ReportWords, 'day'>): readonly Node[] => [
  ...(caption === '' ? [] : [{ text: caption, fontSize: 9, margin: [0, 4, 4, 0] }]),
  ...(takenAt === null
    ? []
    : [{ text: day(takenAt.slice(0, 10)), style: 'small', margin: [0, caption === '' ? 4 : 0, 4, 0] }]),
];
