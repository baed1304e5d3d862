// A press that is pressed twice: the same, asked for once more while it is being carried out, is one deed.
import { sameValue } from '../../domain/kernel/same-value.ts';

/** Carries `work` out, which answers what was asked for, a plain value. */
export type Once<R> = (asked: unknown, work: () => Promise<R>) => Promise<R>;

/**
 * Who presses twice wants one cost, one comment, one signature: both presses get the answer to the first. Only what was asked for
 * last counts as the same press, so that ticked, unticked and ticked again are three deeds. Once it is answered, the same is a new one.
 */
export const createOnce = <R>(): Once<R> => {
  let last: { readonly asked: unknown; readonly result: Promise<R> } | null = null;
  return (asked, work) => {
    if (last !== null && sameValue(last.asked, asked)) return last.result;
    const begun = { asked, result: work() };
    last = begun;
    const end = (): void => {
      if (last === begun) last = null;
    };
    void begun.result.then(end, end);
    return begun.result;
  };
};
