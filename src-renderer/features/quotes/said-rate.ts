// What the field of a rate says when it is left: nothing at all unless somebody typed in it, whatever figure it was filled with.
import { keptRate, type KeptRate } from '../../../domain/records/cost.ts';
import type { Draft } from '../../ui/use-draft.ts';

/** `kept`: what was typed is what stands. Null takes the rate back. */
export type SaidRate =
  | { readonly is: 'nothing' }
  | { readonly is: 'odd' }
  | { readonly is: 'kept' }
  | { readonly is: 'new'; readonly rate: KeptRate | null };

export const saidRate = (
  { value, dirty }: Pick<Draft<string>, 'value' | 'dirty'>,
  { to, on, before }: Pick<KeptRate, 'to' | 'on'> & { readonly before: KeptRate | null },
): SaidRate => {
  if (!dirty) return { is: 'nothing' };
  const text = value.trim().replace(',', '.');
  const read = keptRate.safeParse({ value: text, to, on });
  if (text !== '' && !read.success) return { is: 'odd' };
  const rate = read.success ? read.data : null;
  const isKept = rate?.value === before?.value && (rate === null || before?.to === to);
  return isKept ? { is: 'kept' } : { is: 'new', rate };
};
