// Hangs on a decision what was made by other ways: the deed that made it is found in the history, and linked for that thing alone.
import { Select, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useStore } from '../../data/hooks.ts';
import { nameByKey } from './record-words.ts';
import type { DecisionImpact } from './use-impact.ts';

interface LinkExistingProps {
  readonly journey: RecordOf<'journey'>;
  readonly decision: RecordOf<'decision'>;
  readonly impact: DecisionImpact;
}

const LINKED = ['cost', 'award', 'change', 'payment', 'step', 'task', 'decision', 'selection'] as const;

export const LinkExisting = ({ journey, decision, impact }: LinkExistingProps): ReactElement => {
  const { t } = useTranslation(['decisions', 'sync']);
  const run = useRun();
  const store = useStore();
  const [isOdd, setOdd] = useState(false);
  const { reads, standing } = impact;
  const hanging = new Set(standing.hanging.map(({ key }) => key));
  const groups = LINKED.map((type) => ({
    group: t(`sync:tray.kinds.${type}`),
    items: reads
      .list(type)
      .filter(({ key, trashedAt }) => trashedAt === 0 && key !== decision.key && !hanging.has(key))
      .map(({ key }) => ({ value: key, label: nameByKey(key, reads) }))
      .filter(({ label }) => label !== ''),
  })).filter(({ items }) => items.length > 0);
  if (groups.length === 0) return <></>;
  const link = async (key: RecordKey): Promise<void> => {
    const events = await store.find({ type: 'event', journey: journey.id });
    const made = events
      .flatMap((event) => recordAs('event', event) ?? [])
      .find(({ body }) => body.changes.some((change) => change.key === key && change.kind === 'made'));
    setOdd(made === undefined);
    if (made !== undefined) await run('decision.link', { key: decision.key, deed: made.body.deed, records: [key] });
  };
  return (
    <>
      <Select
        size="xs"
        maw={400}
        aria-label={t('follows.link')}
        placeholder={t('follows.link')}
        description={isOdd ? t('follows.unlinkable') : undefined}
        data={groups}
        searchable
        value={null}
        onChange={(key) => key !== null && void link(key)}
      />
      {standing.hanging.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('follows.linkHint')}
        </Text>
      )}
    </>
  );
};
