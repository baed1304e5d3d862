// Ctrl+K: go anywhere or do the usual things, by typing a few letters.
import type { ReactElement } from 'react';

export const Palette = (): ReactElement | null => null;
