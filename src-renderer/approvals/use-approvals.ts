// How components read what is agreed on a journey; undefined until every entry has been verified on this device.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { sideOfRole } from '../../domain/spaces/sides.ts';
import {
  approvedChanges,
  isUnsure,
  journeyApprovals,
  type CheckedJourney,
  type JourneyApprovals,
} from '../../domain/approvals/journey-approvals.ts';
import type { RecordId } from '../../domain/kernel/ids.ts';
import type { ApprovedChange } from '../../domain/money/commitments.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRecords, useSetting, useStore } from '../data/hooks.ts';
import type { Store } from '../data/store.ts';
import { desktop } from '../ports/desktop.ts';
import { createCheckJourney, type CheckJourney } from './check-entries.ts';
import { OWN_KEYS, ownKeys, ownPeople } from './own-keys.ts';

interface Looked extends CheckedJourney {
  readonly journey: RecordId | null;
  readonly changes: readonly RecordOf<'change'>[];
  readonly awards: readonly RecordOf<'award'>[];
}

const checkByStore = new WeakMap<Store, CheckJourney>();

/** One for a store, so that what was verified is remembered. */
const checkOf = (store: Store): CheckJourney => {
  const check = checkByStore.get(store) ?? createCheckJourney(desktop().ask);
  checkByStore.set(store, check);
  return check;
};

export interface ApprovalsCheck {
  readonly approvals: JourneyApprovals | undefined;
  /** The signatures could not be verified: nothing is said about what is agreed until they are. */
  readonly failed: boolean;
  /** They are verified once more, because a person asked for it. */
  readonly checking: boolean;
  readonly again: () => void;
}

/** A check that takes longer is said to have failed, until it ends: whoever waits is told why. ms */
const PATIENCE_MS = 5_000;

/** Null asks for all journeys that this device holds. */
export const useApprovals = (journey: RecordId | null): JourneyApprovals | undefined =>
  useApprovalsCheck(journey).approvals;

export const useApprovalsCheck = (journey: RecordId | null): ApprovalsCheck => {
  const store = useStore();
  const within = journey === null ? {} : { journey };
  const entries = useRecords({ type: 'approval', ...within, trash: 'with' });
  const changes = useRecords({ type: 'change', ...within, trash: 'with' });
  const awards = useRecords({ type: 'award', ...within, trash: 'with' });
  // A card in the trash still says whose key signed.
  const cards = useRecords({ type: 'person', trash: 'with' });
  const [keys] = useSetting<unknown>(OWN_KEYS, null);
  const [checked, setChecked] = useState<Looked | null>(null);
  const [failed, setFailed] = useState(false);
  const [checking, setChecking] = useState(false);
  const [tries, setTries] = useState(0);
  const asked = useMemo(() => ({ entries, changes, awards }), [entries, changes, awards]);

  useEffect(() => {
    const { entries: some, changes: orders, awards: taken } = asked;
    if (some === undefined || orders === undefined || taken === undefined) return undefined;
    let current = true;
    const look = async (): Promise<void> => {
      const value = await checkOf(store)(some, [...orders, ...taken]);
      // What was looked at and what was found go together: a record that changed meanwhile is looked at next.
      if (!current) return;
      setFailed(false);
      setChecking(false);
      setChecked({ ...value, changes: orders, awards: taken, journey });
    };
    const fail = (): void => {
      if (!current) return;
      // What was verified before says nothing about what is here now.
      setChecked(null);
      setFailed(true);
      setChecking(false);
    };
    const slow = setTimeout(fail, PATIENCE_MS);
    void look()
      .catch(fail)
      .finally(() => clearTimeout(slow));
    return () => {
      current = false;
      clearTimeout(slow);
    };
  }, [store, asked, journey, tries]);

  const approvals = useMemo(() => {
    if (checked === null || checked.journey !== journey || cards === undefined) return undefined;
    return approvalsIn(store, { ...checked, cards });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the store answers other keys when the setting changes
  }, [store, journey, checked, cards, keys]);
  const again = useCallback(() => {
    setChecking(true);
    setTries((before) => before + 1);
  }, []);
  return { approvals, failed, checking, again };
};

export interface AgreedChanges extends Omit<ApprovalsCheck, 'approvals'> {
  /** Undefined while they are verified; none where that failed: then nothing is said to be agreed. */
  readonly changes: readonly ApprovedChange[] | undefined;
  /** Somebody's word on a change order is not known here as theirs yet, so that it does not count. */
  readonly unsure: boolean;
}

/** For figures that are worth showing without them, with a sentence that says so (`UncheckedNote`). */
export const useAgreedChanges = (journey: RecordId | null): AgreedChanges => {
  const { approvals, ...check } = useApprovalsCheck(journey);
  const { failed } = check;
  return {
    ...check,
    changes: useMemo(() => {
      if (approvals === undefined) return failed ? NONE : undefined;
      return approvedChanges(approvals);
    }, [approvals, failed]),
    unsure: approvals !== undefined && isUnsure(approvals),
  };
};
const NONE: readonly ApprovedChange[] = [];

/** Undefined while it is verified. */
export const useApprovedChanges = (journey: RecordId | null): readonly ApprovedChange[] | undefined => {
  const approvals = useApprovals(journey);
  return useMemo(() => (approvals === undefined ? undefined : approvedChanges(approvals)), [approvals]);
};

/** The same without a component: for what is exported or asked once. */
export const readApprovals = async (store: Store, journey: RecordId | null): Promise<JourneyApprovals> => {
  const within = journey === null ? {} : { journey };
  const entries = await store.find({ type: 'approval', ...within, trash: 'with' });
  const changes = await store.find({ type: 'change', ...within, trash: 'with' });
  const awards = await store.find({ type: 'award', ...within, trash: 'with' });
  const cards = await store.find({ type: 'person', trash: 'with' });
  const checked = await checkOf(store)(entries, [...changes, ...awards]);
  return approvalsIn(store, { ...checked, changes, awards, cards });
};

const approvalsIn = (
  { me, settings, roleIn }: Pick<Store, 'me' | 'settings' | 'roleIn'>,
  found: Omit<Looked, 'journey'> & {
    readonly cards: readonly RecordOf<'person'>[];
  },
): JourneyApprovals =>
  journeyApprovals({
    ...found,
    own: {
      me,
      keys: ownKeys(settings),
      people: ownPeople({ me, settings }),
      sideIn: (space) => sideOfRole(roleIn(space)),
    },
  });
