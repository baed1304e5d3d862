// Before and after: the pairs of a journey, and those that are proposed until a person says whether they are one.
import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconArrowsLeftRight, IconCheck, IconDots, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Compare } from './Compare.tsx';
import { PairCard } from './PairCard.tsx';
import { pairsShown, proposalsOf, seriesOf } from './pairs.ts';
import classes from './pairs.module.css';
import type { Photo } from './photo-groups.ts';
import { useMayPair, useSaid, useSayPair } from './use-pairs.ts';

interface BeforeAfterProps {
  readonly journey: RecordId;
  readonly photos: readonly Photo[];
  readonly steps: readonly RecordOf<'step'>[];
}

export const BeforeAfter = ({ journey, photos, steps }: BeforeAfterProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const said = useSaid(journey);
  const say = useSayPair();
  const pairs = useMemo(() => pairsShown(said, photos), [said, photos]);
  const mayPair = useMayPair();
  const proposals = useMemo(
    () => proposalsOf(said, photos, steps).filter(({ before, after }) => mayPair(before, after)),
    [said, photos, steps, mayPair],
  );
  const [open, setOpen] = useState<RecordId | null>(null);
  if (pairs.length === 0 && proposals.length === 0)
    return <EmptyState icon={IconArrowsLeftRight} title={t('pairs.empty.title')} text={t('pairs.empty.text')} />;
  const opened = [...pairs, ...proposals].find(({ id }) => id === open);
  return (
    <div className={classes['list']}>
      {proposals.length > 0 && (
        <section aria-label={t('pairs.proposed')}>
          <Text component="h3" fw={600} mb={8}>
            {t('pairs.proposed')}
          </Text>
          <ul className={classes['cards']}>
            {proposals.map((pair) => (
              <PairCard key={pair.id} pair={pair} why={t(`pairs.why.${pair.why}`)} onOpen={() => setOpen(pair.id)}>
                <Button
                  size="compact-sm"
                  leftSection={<IconCheck size={14} stroke={2} />}
                  onClick={() => void say(pair.before, pair.after, true)}
                >
                  {t('pairs.keep')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  leftSection={<IconX size={14} stroke={2} />}
                  onClick={() => void say(pair.before, pair.after, false)}
                >
                  {t('pairs.no')}
                </Button>
              </PairCard>
            ))}
          </ul>
        </section>
      )}
      {pairs.length > 0 && (
        <section aria-label={t('pairs.title')}>
          <Text component="h3" fw={600} mb={8}>
            {t('pairs.title')}
          </Text>
          <ul className={classes['cards']}>
            {pairs.map((pair) => (
              <PairCard key={pair.id} pair={pair} why="" onOpen={() => setOpen(pair.id)}>
                {mayPair(pair.before, pair.after) && (
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon aria-label={t('pairs.more')} variant="subtle" color="gray">
                        <IconDots size={16} stroke={1.75} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => void say(pair.before, pair.after, false)}>{t('pairs.undo')}</Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                )}
              </PairCard>
            ))}
          </ul>
        </section>
      )}
      {opened !== undefined && (
        <Compare pair={opened} series={seriesOf(opened.after, pairs)} onClose={() => setOpen(null)} />
      )}
    </div>
  );
};
