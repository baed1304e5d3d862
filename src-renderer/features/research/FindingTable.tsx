// What was kept, as a table to compare by: what it costs, by unit, and how one stands to it. The lowest of the shortlist is marked.
import { Badge, Select, Text, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { FINDING_STATES, type FindingState } from '../../../domain/records/research.ts';
import { currentPrice, pricePerUnit } from '../../../domain/research/price.ts';
import { useRun } from '../../data/hooks.ts';
import { useTrouble } from '../../research/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import { usePlace } from '../../ui/place-context.ts';
import { journeyPlace } from '../../ui/place.ts';
import { lowestOf, sortedFindings } from './finding-order.ts';
import { PerUnit } from './PerUnit.tsx';
import classes from './research.module.css';

type Finding = RecordOf<'finding'>;

interface FindingTableProps {
  readonly findings: readonly Finding[];
  readonly label: string;
  readonly journey: RecordOf<'journey'>;
}

export const FindingTable = ({ findings, label, journey }: FindingTableProps): ReactElement => {
  const { t } = useTranslation('research');
  const sorted = sortedFindings(findings);
  const lowest = lowestOf(findings);
  return (
    <div className={classes['table']} role="table" aria-label={label}>
      <div className={`${classes['row']} ${classes['headRow']}`} role="row">
        <span role="columnheader">{t('table.what')}</span>
        <span role="columnheader" className={classes['amount']}>
          {t('table.price')}
        </span>
        <span role="columnheader" className={classes['amount']}>
          {t('table.perUnit')}
        </span>
        <span role="columnheader">{t('table.state')}</span>
      </div>
      {sorted.map((finding) => (
        <FindingRow key={finding.key} finding={finding} journey={journey} lowest={finding.key === lowest} />
      ))}
    </div>
  );
};

interface FindingRowProps {
  readonly finding: Finding;
  readonly journey: RecordOf<'journey'>;
  readonly lowest: boolean;
}

const FindingRow = ({ finding, journey, lowest }: FindingRowProps): ReactElement => {
  const { t } = useTranslation('research');
  const { place, go } = usePlace();
  const { title, site, tags, prices, state } = finding.body;
  const price = currentPrice(prices);
  return (
    <div
      className={classes['row']}
      role="row"
      data-state={state}
      aria-current={journeyPlace(place, journey.id).record === finding.key}
    >
      <div role="cell" className={classes['what']}>
        <UnstyledButton
          className={classes['name'] ?? ''}
          aria-label={t('open', { title })}
          onClick={() => go({ go: 'record', record: finding.key })}
        >
          <Text fw={500} truncate>
            {title}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {site} <Look finding={finding} />
          </Text>
        </UnstyledButton>
        {tags.length > 0 && (
          <span className={classes['tags']}>
            {tags.map((tag) => (
              <Badge key={tag} size="sm" variant="light" color="gray" tt="none" fw={500}>
                {tag}
              </Badge>
            ))}
          </span>
        )}
      </div>
      <span role="cell" className={classes['amount']}>
        {price === null ? <Text c="dimmed">–</Text> : <Amount money={price.amount} />}
      </span>
      <span role="cell" className={classes['amount']}>
        {price !== null && <PerUnit amount={pricePerUnit(price)} unit={price.unit} />}
        {lowest && (
          <Text size="xs" c="var(--pl-under)">
            {t('table.lowest')}
          </Text>
        )}
      </span>
      <span role="cell">
        <StateSelect finding={finding} />
      </span>
    </div>
  );
};

/** That its page is being looked at, or why not. */
const Look = ({ finding }: { readonly finding: Finding }): ReactElement | null => {
  const { t } = useTranslation('research');
  const trouble = useTrouble(finding.key);
  const textOf = useFailureText();
  if (trouble !== null) return <span className={classes['odd']}>· {textOf(trouble).sentence}</span>;
  return finding.body.page === 'wanted' ? <>· {t('looking')}</> : null;
};

const isState = (value: string | null): value is FindingState => FINDING_STATES.some((state) => state === value);

export const StateSelect = ({ finding }: { readonly finding: Finding }): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  return (
    <Select
      size="xs"
      aria-label={t('stateOf', { title: finding.body.title })}
      data={FINDING_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
      allowDeselect={false}
      value={finding.body.state}
      onChange={(value) => isState(value) && void run('finding.mark', { key: finding.key, state: value })}
    />
  );
};
