// Where a capture lands right now: the journey one is in (or the only one there is) and the step one is at.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId, RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { landingStep } from '../../media/landing.ts';
import { journeyPlace, type Place } from '../../ui/place.ts';
import { usePlace } from '../../ui/place-context.ts';

export interface Here {
  readonly journey: RecordId;
  readonly parent: RecordKey;
  /** The step's name, or the journey's when it is no step. */
  readonly name: string;
}

/** A journey that does not exist has no steps: the hook below must always ask for some journey's. */
const NO_JOURNEY = 'journey_none';

/** Null when it can't be told: several journeys and none of them open. */
export const useHere = (): Here | null => {
  const { t } = useTranslation('capture');
  const { place } = usePlace();
  const journeys = useRecords({ type: 'journey' });
  const journey = useMemo(() => journeyHere(journeys ?? [], place), [journeys, place]);
  const steps = useRecords({ type: 'step', journey: journey?.id ?? NO_JOURNEY });
  return useMemo(() => {
    if (journey === null) return null;
    const parent = landingStep(steps ?? [], journeyPlace(place, journey.id).record);
    const step = steps?.find(({ key }) => key === parent);
    return { journey: journey.id, parent, name: step?.body.name ?? t('wholeJourney', { journey: journey.body.name }) };
  }, [place, journey, steps, t]);
};

const journeyHere = (journeys: readonly RecordOf<'journey'>[], place: Place): RecordOf<'journey'> | null => {
  const active = journeys.filter(({ body }) => body.state === 'active');
  const inOne = place.screen === 'journey' ? active.find(({ id }) => id === place.journey) : undefined;
  return inOne ?? (active.length === 1 ? (active[0] ?? null) : null);
};
