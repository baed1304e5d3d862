// What hangs on a decision as this device knows it, live: all records of the journey that may name something, and the events of what followed.
import { useEffect, useMemo, useState } from 'react';
import type { Reads } from '../../../domain/commands/command.ts';
import { rollbackEvents } from '../../../domain/commands/rollback.ts';
import {
  eventKeysOf,
  impactOf,
  impactOfParts,
  keysToTakeBack,
  standingParts,
  wholeParts,
  type DeedKeys,
  type Impact,
} from '../../../domain/decisions/impact.ts';
import { NAMING } from '../../../domain/decisions/taking-back.ts';
import type { RecordId, RecordKey } from '../../../domain/kernel/ids.ts';
import { byKey } from '../../../domain/records/by-key.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useStore } from '../../data/hooks.ts';

export interface DecisionImpact {
  readonly reads: Reads;
  /** What followed and stands, and what it takes to roll it back. */
  readonly standing: Impact & { readonly keys: DeedKeys };
  /** What the last rollback did, and what it takes to apply the decision again; null where there is none to take back. */
  readonly rolled: (Impact & { readonly keys: DeedKeys }) | null;
}

/** Null while it is being gathered. */
export const useImpact = (decision: RecordOf<'decision'>): DecisionImpact | null => {
  const keys = useMemo(() => eventsNamed(decision), [decision]);
  const reads = useJourneyReads(decision.journey, keys);
  return useMemo(() => {
    if (reads === null) return null;
    const rollback = wholeParts(rollbackEvents(decision, reads), decision.key);
    return {
      reads,
      standing: { ...impactOf(decision, reads), keys: keysToTakeBack(standingParts(decision, reads)) },
      rolled:
        rollback.length === 0
          ? null
          : { ...impactOfParts(rollback, reads, decision.key), keys: keysToTakeBack(rollback) },
    };
  }, [decision, reads]);
};

const eventsNamed = ({ key, body: { follows = {}, back } }: RecordOf<'decision'>): readonly RecordKey[] => [
  ...Object.entries(follows).flatMap(([deed, { records }]) => eventKeysOf(deed, records)),
  ...(back == null ? [] : eventKeysOf(back.deed, [key, ...back.records])),
];

const useJourneyReads = (journey: RecordId, keys: readonly RecordKey[]): Reads | null => {
  const store = useStore();
  const [reads, setReads] = useState<Reads | null>(null);
  const asked = keys.join(' ');
  useEffect(() => {
    const events = asked === '' ? [] : asked.split(' ');
    const listByType = new Map<string, readonly AnyRecord[]>();
    const eventByKey = new Map<RecordKey, AnyRecord | null>();
    const tell = (): void => {
      if (listByType.size < NAMING.length || eventByKey.size < events.length) return;
      setReads(
        readsOf([...[...listByType.values()].flat(), ...[...eventByKey.values()].filter((one) => one !== null)]),
      );
    };
    const stops = [
      ...NAMING.map((type) =>
        store.watch({ type, journey, trash: 'with' }, (records) => {
          listByType.set(type, records);
          tell();
        }),
      ),
      ...events.map((key) =>
        store.watchKey(key, (record) => {
          eventByKey.set(key, record);
          tell();
        }),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, journey, asked]);
  return reads;
};

const readsOf = (records: readonly AnyRecord[]): Reads => {
  const recordByKey = byKey(records);
  return {
    get: (key) => recordByKey.get(key),
    list: (type) => records.flatMap((record) => recordAs(type, record) ?? []),
  };
};
