// How far research is, in words: "2 questions open · 3 on the shortlist"; what there is none of is left out.
import type { TFunction } from 'i18next';
import type { ResearchProgress } from '../../../domain/research/progress.ts';

export const progressWords = (
  { open, decided, shortlisted, chosen }: ResearchProgress,
  t: TFunction<'research'>,
): string =>
  [
    open === 0 ? '' : t('progress.open', { count: open }),
    decided === 0 ? '' : t('progress.decided', { count: decided }),
    shortlisted === 0 ? '' : t('progress.shortlisted', { count: shortlisted }),
    chosen === 0 ? '' : t('progress.chosen', { count: chosen }),
  ]
    .filter((words) => words !== '')
    .join(' · ');
