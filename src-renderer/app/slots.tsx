// The one list of features: which screens, tabs, panels and small parts there are, and in which order. Features plug in here.
import type { ComponentType } from 'react';
import { NO_SLOTS, type Slots } from '../ui/slots.ts';
import type { VaultStatus } from './boot.ts';

/** Asks how the data shall be protected, or unlocks it; calls `opened` when the vault is open. Null: no protection yet. */
export const gate: ComponentType<{ readonly status: VaultStatus; readonly opened: () => void }> | null = null;

export const slots: Slots = {
  ...NO_SLOTS,
};
