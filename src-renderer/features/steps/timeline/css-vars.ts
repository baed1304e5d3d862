// Values that a style sheet reads by name: React's own type of a style knows none.
import type { CSSProperties } from 'react';

export const cssVars = (values: Readonly<Record<`--${string}`, string>>): CSSProperties => ({ ...values });
