// What is still to be chosen with an amount allowed for it: by when, what was chosen, and how far over or under the allowance it is.
import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { allowanceLeft, openSelections } from '../../../domain/decisions/allowance.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun, useSetting } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { Settle } from '../../ui/Settle.tsx';
import { useIsFamily } from '../../ui/use-family.ts';
import { useFound } from '../../ui/use-found.ts';
import { Wanted } from '../../ui/Wanted.tsx';
import { AddSelection } from './AddSelection.tsx';
import { ChooseForm } from './ChooseForm.tsx';
import classes from './decisions.module.css';

interface SelectionsSectionProps {
  readonly journey: RecordOf<'journey'>;
}

export const SelectionsSection = ({ journey }: SelectionsSectionProps): ReactElement | null => {
  const { t } = useTranslation('decisions');
  const family = useIsFamily(journey.space);
  const selections = useRecords({ type: 'selection', journey: journey.id }) ?? [];
  const [adding, setAdding] = useSetting(`adding-selection:${journey.id}`, false);
  const chosen = selections
    .filter(({ body }) => body.chosen !== null)
    .toSorted((a, b) => (b.body.chosen?.at ?? 0) - (a.body.chosen?.at ?? 0));
  if (!family && selections.length === 0) return null;
  return (
    <section aria-label={t('selections.title')}>
      <div className={classes['head']}>
        <h3 className={classes['title']}>{t('selections.title')}</h3>
        {family && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={2} />}
            disabled={adding}
            onClick={() => setAdding(true)}
          >
            {t('selections.add')}
          </Button>
        )}
      </div>
      {adding && <AddSelection journey={journey} onDone={() => setAdding(false)} />}
      {selections.length === 0 && !adding && (
        <Text size="sm" c="dimmed">
          {t('selections.empty')}
        </Text>
      )}
      <ul className={classes['plainList']}>
        {[...openSelections(selections), ...chosen].map((selection) => (
          <Line key={selection.key} journey={journey} selection={selection} />
        ))}
      </ul>
    </section>
  );
};

const Line = ({
  journey,
  selection,
}: SelectionsSectionProps & { readonly selection: RecordOf<'selection'> }): ReactElement => {
  const { t } = useTranslation('decisions');
  const [choosing, setChoosing] = useSetting(`choosing:${selection.key}`, false);
  const family = useIsFamily(journey.space);
  const found = useFound(selection.key);
  const { title, allowance, deadline, chosen } = selection.body;
  const left = allowanceLeft(selection.body);
  return (
    <li className={classes['selection']} aria-label={title} {...found}>
      <div className={classes['selectionRow']}>
        <span className={classes['selectionName']}>
          <Text span fw={500} truncate>
            {title}
          </Text>
          {chosen === null && deadline !== null ? (
            <Wanted deadline={deadline} />
          ) : (
            <Text span size="sm" c="dimmed" truncate>
              {chosen === null ? t('selections.open') : chosen.name}
            </Text>
          )}
        </span>
        <AudienceBadge journey={journey.id} space={selection.space} />
        <span className={classes['figure']}>
          <Text span size="xs" c="dimmed">
            {t('selections.allowance')}
          </Text>
          <Amount money={allowance} />
        </span>
        <span className={classes['figure']}>
          {chosen !== null && (
            <>
              <Text span size="xs" c="dimmed">
                {t('selections.price')}
              </Text>
              <Amount money={chosen.price} />
            </>
          )}
        </span>
        <span className={classes['figure']}>
          {left !== null && (
            <>
              <Text span size="xs" c={left.minor < 0 ? 'var(--pl-over)' : 'var(--pl-under)'}>
                {t(left.minor < 0 ? 'selections.over' : 'selections.under')}
              </Text>
              <Text span c={left.minor < 0 ? 'var(--pl-over)' : 'var(--pl-under)'}>
                <Amount money={{ ...left, minor: Math.abs(left.minor) }} />
              </Text>
            </>
          )}
        </span>
        {family && !choosing && (
          <Button
            size="compact-sm"
            variant={chosen === null ? 'filled' : 'default'}
            aria-label={t('selections.chooseNamed', { name: title })}
            onClick={() => setChoosing(true)}
          >
            {t(chosen === null ? 'selections.choose' : 'selections.change')}
          </Button>
        )}
        {family && <SelectionMenu selection={selection} />}
      </div>
      <Settle record={selection} />
      {choosing && <ChooseForm journey={journey} selection={selection} onDone={() => setChoosing(false)} />}
    </li>
  );
};

const SelectionMenu = ({ selection }: { readonly selection: RecordOf<'selection'> }): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const { key, body } = selection;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('more', { name: body.title })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {body.chosen !== null && (
          <Menu.Item onClick={() => void run('selection.choose', { key, chosen: null })}>
            {t('selections.reopen')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void run('record.trash', { key })}
        >
          {t('trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
