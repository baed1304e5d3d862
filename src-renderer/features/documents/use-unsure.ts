// How a field of a paper shows that its value is worth a look: marked, with how sure the reader was on hover.
import { useTranslation } from 'react-i18next';

/** Below this, of 100, a value is worth a look. */
const UNSURE = 70;

interface Marked {
  readonly 'data-unsure'?: true;
  readonly title?: string;
}

const SURE: Marked = {};

/** `sure` is undefined when nothing was read for it; what stands empty is not marked. */
export const useUnsure = (sure: number | undefined, isThere: boolean): Marked => {
  const { t } = useTranslation('documents');
  if (sure === undefined || sure >= UNSURE || !isThere) return SURE;
  return { 'data-unsure': true, title: t('paper.unsure', { percent: sure }) };
};
