// What hangs on a decision, under its headings: each thing with what was done to it, and what came after that.
import { Checkbox, Text, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reads } from '../../../domain/commands/command.ts';
import type { Group, Hanging, Impact } from '../../../domain/decisions/impact.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { money } from '../../../domain/kernel/money.ts';
import { Amount } from '../../ui/Amount.tsx';
import { openingOf } from '../../ui/opening.ts';
import { usePlace } from '../../ui/place-context.ts';
import { useValueWords } from '../../ui/use-value-words.ts';
import { isSpoken } from '../../ui/value-words.ts';
import classes from './decisions.module.css';
import { nameByKey } from './record-words.ts';

const ORDER: readonly Group[] = ['costs', 'orders', 'plan', 'decisions', 'other'];

interface ImpactListProps {
  readonly journey: RecordOf<'journey'>;
  readonly impact: Impact;
  readonly reads: Reads;
  /** Which of what is newer goes along; absent, nothing is asked. */
  readonly answer?: { readonly taken: ReadonlySet<RecordKey>; readonly onToggle: (key: RecordKey) => void } | undefined;
}

export const ImpactList = ({ journey, impact, reads, answer }: ImpactListProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const byGroup = Map.groupBy(impact.hanging, ({ group }) => group);
  return (
    <div className={classes['impact']}>
      {ORDER.filter((group) => byGroup.has(group)).map((group) => (
        <section key={group} aria-label={t(`impact.${group}`)}>
          <h4 className={classes['impactHead']}>
            {t(`impact.${group}`)}
            {group === 'costs' &&
              impact.costs.map((sum) => (
                <Text key={sum.currency} span size="sm" c="dimmed">
                  <Amount money={sum} />
                </Text>
              ))}
          </h4>
          <ul className={classes['plainList']}>
            {(byGroup.get(group) ?? []).map((hanging) => (
              <Line key={hanging.key} hanging={hanging} reads={reads} journey={journey} answer={answer} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};

type LineProps = Pick<ImpactListProps, 'journey' | 'reads' | 'answer'> & { readonly hanging: Hanging };

const Line = ({ hanging, reads, journey, answer }: LineProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const { go } = usePlace();
  const { key, type, kind, standing } = hanging;
  const name = nameByKey(key, reads) || t('impact.unnamed');
  const amount = money.safeParse(reads.get(key)?.body['amount']);
  const opens = reads.get(key);
  return (
    <li className={classes['impactLine']} data-standing={standing}>
      <div className={classes['impactWords']}>
        <UnstyledButton
          className={classes['linkName']}
          disabled={opens === undefined}
          onClick={() => opens !== undefined && go(openingOf({ key, journey: journey.id, type }, opens.parent))}
        >
          {name}
        </UnstyledButton>
        <Text span size="sm" c="dimmed">
          {kind === 'changed' ? <Changed hanging={hanging} journey={journey} /> : t(`impact.kind.${kind}`)}
        </Text>
        {kind === 'made' && amount.success && (
          <Text span size="sm" ml="auto">
            <Amount money={amount.data} />
          </Text>
        )}
      </div>
      {standing === 'newer' && <Newer hanging={hanging} reads={reads} journey={journey} answer={answer} name={name} />}
      {standing === 'missing' && (
        <Text size="sm" c="dimmed">
          {t('impact.missing')}
        </Text>
      )}
    </li>
  );
};

/** "Start: 3 Aug 2026 → 10 Aug 2026". */
const Changed = ({ hanging, journey }: Pick<LineProps, 'hanging' | 'journey'>): ReactElement => {
  const { t } = useTranslation('decisions');
  const { fieldWords, valueWords } = useValueWords(journey.id);
  const { type, fields } = hanging;
  const told = Object.entries(fields).filter(([field]) => isSpoken(field));
  return (
    <>
      {told.length === 0
        ? t('impact.kind.changed')
        : told
            .map(([field, [was, is]]) =>
              t('impact.change', {
                field: fieldWords(field),
                was: valueWords({ type, field, value: was }),
                is: valueWords({ type, field, value: is }),
              }),
            )
            .join(' · ')}
    </>
  );
};

const Newer = ({ hanging, reads, journey, answer, name }: LineProps & { readonly name: string }): ReactElement => {
  const { t } = useTranslation('decisions');
  const { fieldWords } = useValueWords(journey.id);
  const { key, newer, needed } = hanging;
  const fields = [...new Set(newer.map(fieldWords))].join(', ');
  const names = [...new Set(needed.map((each) => nameByKey(each, reads)).filter((each) => each !== ''))].join(', ');
  return (
    <div className={classes['newer']}>
      {newer.length > 0 && <Text size="sm">{t('impact.newer', { fields })}</Text>}
      {needed.length > 0 && (
        <Text size="sm">
          {t(names === '' ? 'impact.neededCount' : 'impact.needed', { names, count: needed.length })}
        </Text>
      )}
      {answer !== undefined && (
        <Checkbox
          size="xs"
          label={t('impact.take')}
          aria-label={t('impact.takeNamed', { name })}
          checked={answer.taken.has(key)}
          onChange={() => answer.onToggle(key)}
        />
      )}
    </div>
  );
};
