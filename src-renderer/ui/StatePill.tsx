// One or two words in a coloured field that say where a thing stands.
import type { ReactElement, ReactNode } from 'react';
import classes from './StatePill.module.css';

/** Under way, settled, waiting for somebody, or no longer of weight. */
export type Tone = 'doing' | 'done' | 'wanted' | 'quiet';

interface StatePillProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

export const StatePill = ({ tone, children }: StatePillProps): ReactElement => (
  <span className={classes['pill']} data-tone={tone}>
    {children}
  </span>
);
