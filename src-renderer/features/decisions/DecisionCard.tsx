// A decision in its list: how it stands in one line, and what can be done with it; opened, all of it below.
import { ActionIcon, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDots, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { agreementOf, stateOf } from '../../../domain/decisions/agreement.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { InlineText } from '../../ui/InlineText.tsx';
import { unbroken } from '../../ui/money.ts';
import { usePlace } from '../../ui/place-context.ts';
import { StatePill, type Tone } from '../../ui/StatePill.tsx';
import { useFound } from '../../ui/use-found.ts';
import { Wanted } from '../../ui/Wanted.tsx';
import classes from './decisions.module.css';
import { Opened, type OpenedProps } from './Opened.tsx';

interface DecisionCardProps extends OpenedProps {
  readonly open: boolean;
}

const toneByState: Readonly<Record<ReturnType<typeof stateOf>, Tone>> = {
  open: 'doing',
  revisited: 'wanted',
  decided: 'done',
};

export const DecisionCard = (props: DecisionCardProps): ReactElement => {
  const { decision, open } = props;
  const { go } = usePlace();
  const found = useFound(decision.key);
  const state = stateOf(decision);
  return (
    <article className={classes['card']} aria-label={decision.body.question} data-state={state} {...found}>
      <div className={classes['cardHead']}>
        {open ? (
          <OpenHead decision={decision} journey={props.journey} />
        ) : (
          <UnstyledButton
            className={classes['cardToggle']}
            aria-expanded={false}
            onClick={() => go({ go: 'record', record: decision.key })}
          >
            <IconChevronRight size={16} stroke={1.75} />
            <Text span fw={600} className={classes['cardText'] ?? ''}>
              {unbroken(decision.body.question)}
            </Text>
            <Standing decision={decision} />
          </UnstyledButton>
        )}
        <DecisionMenu decision={decision} />
      </div>
      {open && <Opened {...props} />}
    </article>
  );
};

/** Open, the question is edited where it stands. */
const OpenHead = ({ journey, decision }: Pick<DecisionCardProps, 'journey' | 'decision'>): ReactElement => {
  const { t } = useTranslation('decisions');
  const { go } = usePlace();
  const run = useRun();
  const { key, space, body } = decision;
  return (
    <div className={classes['openHead']}>
      <ActionIcon aria-expanded aria-label={t('close')} onClick={() => go({ go: 'record', record: null })}>
        <IconChevronDown size={16} stroke={1.75} />
      </ActionIcon>
      <InlineText
        label={t('ask.question')}
        size="heading"
        value={body.question}
        draft={`name:${key}`}
        required
        maxLength={1_000}
        onSave={(question) => run('decision.edit', { key, set: { question } })}
      />
      <AudienceBadge journey={journey.id} space={space} />
      <Standing decision={decision} />
    </div>
  );
};

const Standing = ({ decision }: { readonly decision: RecordOf<'decision'> }): ReactElement => {
  const { t } = useTranslation('decisions');
  const { decided, deadline, votes = {}, agree = [] } = decision.body;
  const state = stateOf(decision);
  const { awaited } = agreementOf(decision.body);
  return (
    <span className={classes['standing']}>
      {decided === null && deadline != null && <Wanted deadline={deadline} />}
      {decided === null && agree.length > 0 && (
        <Text span size="sm" c="dimmed">
          {t('agreed', { count: agree.length - awaited.length, total: agree.length })}
        </Text>
      )}
      {decided === null && agree.length === 0 && Object.keys(votes).length > 0 && (
        <Text span size="sm" c="dimmed">
          {t('votes', { count: Object.keys(votes).length })}
        </Text>
      )}
      <StatePill tone={toneByState[state]}>
        {decided === null ? t(`state.${state}`) : t('state.decided', { name: decided.name })}
      </StatePill>
    </span>
  );
};

const DecisionMenu = ({ decision }: Pick<DecisionCardProps, 'decision'>): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('more', { name: decision.body.question })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void run('record.trash', { key: decision.key })}
        >
          {t('trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
