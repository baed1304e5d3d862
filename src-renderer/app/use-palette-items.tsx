// What the command palette offers: places, the present journey's tabs and steps, and the usual deeds.
import { IconHome, IconPlus, IconReceipt } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { liveSteps } from '../../domain/journey/steps.ts';
import type { RecordId } from '../../domain/kernel/ids.ts';
import { useRecords, useStore } from '../data/hooks.ts';
import { focusSoon } from '../ui/focus.ts';
import { ProgressRing } from '../ui/ProgressRing.tsx';
import { usePlace } from '../ui/place-context.ts';
import { useSlots } from '../ui/slots.ts';
import { StepStateIcon } from '../ui/StepStateIcon.tsx';

export interface PaletteItem {
  readonly id: string;
  readonly name: string;
  /** What sort of thing it is, in a word. */
  readonly kind: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

const ICON = { size: 16, stroke: 1.75 } as const;
/** An id that no journey has: asks for the steps of nothing. */
const NOWHERE: RecordId = 'journey_none';

export const usePaletteItems = (): readonly PaletteItem[] => {
  const { t } = useTranslation(['app']);
  const { settings } = useStore();
  const { place, go } = usePlace();
  const { screens, tabs } = useSlots();
  const journeys = useRecords({ type: 'journey' });
  const here = place.screen === 'journey' ? place.journey : null;
  const steps = useRecords({ type: 'step', journey: here ?? NOWHERE });

  const inJourney = (journey: RecordId): readonly PaletteItem[] => [
    {
      id: 'add-step',
      name: t('palette.addStep'),
      kind: t('palette.deed'),
      icon: <IconPlus {...ICON} />,
      run: () => {
        go({ go: 'tab', tab: 'steps' });
        focusSoon('add-step');
      },
    },
    {
      id: 'add-cost',
      name: t('palette.addCost'),
      kind: t('palette.deed'),
      icon: <IconReceipt {...ICON} />,
      run: () => {
        void settings.set(`adding-cost:${journey}`, true);
        go({ go: 'tab', tab: 'money' });
      },
    },
    ...tabs.map(({ id, icon: TabIcon, label }) => ({
      id: `tab:${id}`,
      name: t(label),
      kind: t('palette.tab'),
      icon: <TabIcon {...ICON} />,
      run: () => go({ go: 'tab', tab: id }),
    })),
    ...liveSteps(steps ?? []).map((step) => ({
      id: step.key,
      name: step.body.name,
      kind: t('palette.step'),
      icon: <StepStateIcon state={step.body.state} size={16} />,
      run: () => go({ go: 'journey', journey, tab: 'steps', record: step.key }),
    })),
  ];

  return [
    ...(here === null ? [] : inJourney(here)),
    {
      id: 'home',
      name: t('rail.home'),
      kind: t('palette.place'),
      icon: <IconHome {...ICON} />,
      run: () => go({ go: 'screen', screen: 'home' }),
    },
    ...screens.map(({ id, icon: ScreenIcon, label }) => ({
      id: `screen:${id}`,
      name: t(label),
      kind: t('palette.place'),
      icon: <ScreenIcon {...ICON} />,
      run: () => go({ go: 'screen', screen: id }),
    })),
    ...(journeys ?? []).map(({ id, body }) => ({
      id: `journey:${id}`,
      name: body.name,
      kind: t('palette.journey'),
      icon: <ProgressRing done={0} total={0} size={16} />,
      run: () => go({ go: 'journey', journey: id }),
    })),
    {
      id: 'start-journey',
      name: t('palette.startJourney'),
      kind: t('palette.deed'),
      icon: <IconPlus {...ICON} />,
      run: () => {
        void settings.set('creating-journey', true);
        go({ go: 'screen', screen: 'home' });
      },
    },
  ];
};
