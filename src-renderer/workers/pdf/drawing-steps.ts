// Counts the steps that a page is drawn with: a PDF of a few kilobytes can ask for so many that memory ends before any patience does.
import { z } from 'zod';

/** A plan of a whole house has some hundred thousand; each takes half a kilobyte. */
const MOST_STEPS = 2_000_000;

/** How pdf.js's worker half hands on what it has read of a page, a thousand steps at a time. */
const handedOn = z.object({ chunk: z.object({ fnArray: z.array(z.number()) }) });

let steps = 0;

export const beginCounting = (): void => {
  steps = 0;
};

export const isOverdrawn = (): boolean => steps > MOST_STEPS;

type Clone = typeof structuredClone;

/** Both halves of pdf.js run in one thread here and speak by copies of what they say: that is where one can count and end it. */
export const boundSteps = (scope: { structuredClone: Clone }): void => {
  const clone = scope.structuredClone.bind(scope);
  scope.structuredClone = (value, options) => {
    const said = handedOn.safeParse(value);
    if (said.success) steps += said.data.chunk.fnArray.length;
    if (said.success && isOverdrawn()) throw new RangeError('more steps than a page has');
    return clone(value, options);
  };
};
