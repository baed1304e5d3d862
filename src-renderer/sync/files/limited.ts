// The switch for a limited connection: while it is on, originals wait. Kept on this device over a restart.
import type { Settings } from '../../data/store.ts';

export const LIMITED = 'limitedConnection';

export const isLimited = (settings: Pick<Settings, 'get'>): boolean => settings.get(LIMITED) === true;
