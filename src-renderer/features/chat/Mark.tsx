// The plumb bob of the rail beside what the assistant says: it is the program that speaks, no person.
import type { ReactElement } from 'react';
import classes from './chat.module.css';

/** @param size of the circle in px */
export const Mark = ({ size }: { readonly size: number }): ReactElement => (
  <span className={classes['mark']} style={{ width: size, height: size }} aria-hidden>
    <svg width={size / 2} height={size / 2} viewBox="0 0 18 18">
      <path d="M9 1v7" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      <path d="M5.5 8.5h7L9 17z" fill="currentColor" />
    </svg>
  </span>
);
