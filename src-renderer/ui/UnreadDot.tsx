// A small dot where something is new for this person.
import type { ReactElement } from 'react';
import classes from './UnreadDot.module.css';

export const UnreadDot = ({ label }: { readonly label?: string }): ReactElement =>
  label === undefined ? (
    <span className={classes['dot']} aria-hidden />
  ) : (
    <span className={classes['dot']} role="img" aria-label={label} title={label} />
  );
