// The one list of features: which screens, tabs, panels and small parts there are, and in which order. Features plug in here.
import { IconLayoutDashboard, IconListCheck } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { OverviewTab } from '../features/journey/OverviewTab.tsx';
import { StepPanel } from '../features/steps/StepPanel.tsx';
import { StepsTab } from '../features/steps/StepsTab.tsx';
import { NO_SLOTS, type Slots } from '../ui/slots.ts';
import type { VaultStatus } from './boot.ts';

/** Asks how the data shall be protected, or unlocks it; calls `opened` when the vault is open. Null: no protection yet. */
export const gate: ComponentType<{ readonly status: VaultStatus; readonly opened: () => void }> | null = null;

export const slots: Slots = {
  ...NO_SLOTS,
  tabs: [
    { id: 'overview', icon: IconLayoutDashboard, label: 'journey:tab', component: OverviewTab },
    { id: 'steps', icon: IconListCheck, label: 'steps:tab', component: StepsTab },
  ],
  panels: [{ types: ['step'], label: 'steps:panel', component: StepPanel }],
};
