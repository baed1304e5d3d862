// Sets before and after side by side, both cropped to what they both show, each with its day.
import type { Crop } from '../../../domain/pictures/common-view.ts';
import type { JourneyReport, ReportPhoto } from '../../../domain/report/journey-report.ts';
import { captionOf } from './caption-of.ts';
import { pictureName } from './picture-name.ts';
import type { Node } from './pieces.ts';
import { PAGE } from './report-style.ts';
import type { ReportWords } from './report-words.ts';

const PAIR_GAP = 10;
/** A tall picture may not fill a page by itself. */
const PAIR_TALLEST = 250;

/** Pairs of which a preview is not on this device are left out. */
export const pairRows = (
  report: JourneyReport,
  { t, day }: ReportWords,
  pictures: ReadonlySet<string>,
): readonly Node[] => {
  const shown = report.pairs.filter(
    ({ before, after, view }) =>
      pictures.has(pictureName(before, view.before)) && pictures.has(pictureName(after, view.after)),
  );
  if (shown.length === 0) return [];
  const wide = (PAGE.width - PAIR_GAP) / 2;
  const rows = shown.map(({ before, after, view }): Node => {
    const width = Math.min(wide, PAIR_TALLEST * view.ratio);
    const height = width / view.ratio;
    const side = (photo: ReportPhoto, crop: Crop, word: string): Node => ({
      width: wide,
      stack: [
        { image: pictureName(photo, crop), width, height },
        { text: word, style: 'label', bold: true, margin: [0, 4, 0, 0] },
        ...captionOf(photo, { day }),
      ],
    });
    return {
      columns: [side(before, view.before, t('before')), side(after, view.after, t('after'))],
      columnGap: PAIR_GAP,
      margin: [0, 0, 0, 14],
      unbreakable: true,
    };
  });
  const [first = {}, ...others] = rows;
  // The heading is never left alone at the foot of a page.
  return [
    { stack: [{ text: t('pairs'), style: 'heading' }, first], unbreakable: true },
    ...others.map((row) => ({ stack: [row], unbreakable: true })),
  ];
};
