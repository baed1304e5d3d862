// Every cost in one table; beyond a hundred only the rows in sight are drawn.
import { UnstyledButton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconAlertCircle } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type CSSProperties, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { namesOfSteps } from '../../../domain/journey/steps.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { contestsOf } from '../../../domain/sync/contest.ts';
import { useRecords } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { dayExact, dayShort } from '../../ui/dates.ts';
import { usePlace } from '../../ui/place-context.ts';
import { journeyPlace } from '../../ui/place.ts';
import classes from './MoneyTab.module.css';
import { useCategories } from '../../ui/use-categories.ts';

type Cost = RecordOf<'cost'>;

const ROW_PX = 40;
const DRAW_ALL = 100;
/** Below this width the table leaves the step out, px. */
const NARROW = 720;

interface CostTableProps {
  readonly journey: RecordOf<'journey'>;
  /** In the order they are shown. */
  readonly costs: readonly Cost[];
}

export const CostTable = ({ journey, costs }: CostTableProps): ReactElement => {
  const { t } = useTranslation('money');
  const steps = useRecords({ type: 'step', journey: journey.id });
  const stepNameByKey = useMemo(() => namesOfSteps(steps ?? []), [steps]);
  const { ref: measured, width } = useElementSize();
  const draw = (cost: Cost, style?: CSSProperties): ReactElement => (
    <CostRow
      key={cost.key}
      cost={cost}
      stepName={stepNameByKey.get(cost.body.step ?? '') ?? ''}
      journey={journey}
      {...(style === undefined ? {} : { style })}
    />
  );
  return (
    <div
      ref={measured}
      className={`${classes['table']} ${width > 0 && width < NARROW ? classes['narrow'] : ''}`}
      role="table"
      aria-label={t('costs')}
      aria-rowcount={costs.length + 1}
      onKeyDown={moveFocus}
    >
      <div className={`${classes['row']} ${classes['headRow']}`} data-scrolls={costs.length > DRAW_ALL} role="row">
        <span role="columnheader">{t('date')}</span>
        <span role="columnheader">{t('description')}</span>
        <span role="columnheader" className={classes['roomy']}>
          {t('categoryLabel')}
        </span>
        <span role="columnheader" className={classes['wide']}>
          {t('step')}
        </span>
        <span role="columnheader">{t('stateLabel')}</span>
        <span role="columnheader" className={classes['amount']}>
          {t('amountColumn')}
        </span>
      </div>
      {costs.length <= DRAW_ALL ? (
        <div className={classes['body']} role="rowgroup">
          {costs.map((cost) => draw(cost))}
        </div>
      ) : (
        <VirtualRows costs={costs} draw={draw} />
      )}
    </div>
  );
};

/** Up and down go from row to row. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = event.target instanceof HTMLElement ? event.target.closest('[role=row]') : null;
  const other = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  if (!(other instanceof HTMLElement)) return;
  event.preventDefault();
  other.focus();
};

interface VirtualRowsProps {
  readonly costs: readonly Cost[];
  readonly draw: (cost: Cost, style: CSSProperties) => ReactElement;
}

const VirtualRows = ({ costs, draw }: VirtualRowsProps): ReactElement => {
  const scroller = useRef<HTMLDivElement>(null);
  // The virtualizer answers with functions that change; this component memoises none of them.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: costs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return (
    <div
      ref={scroller}
      className={classes['body']}
      role="rowgroup"
      style={{ height: 'min(640px, 60vh)', overflowY: 'auto' }}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const cost = costs[index];
          return cost === undefined
            ? null
            : draw(cost, { position: 'absolute', top: 0, transform: `translateY(${start}px)` });
        })}
      </div>
    </div>
  );
};

interface CostRowProps {
  readonly cost: Cost;
  readonly journey: RecordOf<'journey'>;
  readonly stepName: string;
  readonly style?: CSSProperties;
}

/** What it was for and who was paid; a receipt that says no more than its shop says that once. */
const wordsOf = (description: string, vendor: string): readonly string[] => {
  const isSame = description.trim().toLowerCase() === vendor.trim().toLowerCase();
  return (isSame ? [description] : [description, vendor]).filter((part) => part !== '');
};

const CostRow = ({ cost, journey, stepName, style }: CostRowProps): ReactElement => {
  const { t } = useTranslation(['money', 'past']);
  const { nameOf } = useCategories();
  const { place, go } = usePlace();
  const { description, vendor, category, state, date, amount, kind } = cost.body;
  const contested = contestsOf(cost).length > 0;
  const words = wordsOf(description, vendor);
  return (
    <UnstyledButton
      role="row"
      className={classes['row']}
      style={style}
      aria-current={journeyPlace(place, journey.id).record === cost.key}
      onClick={() => go({ go: 'record', record: cost.key })}
    >
      <span
        role="cell"
        className={`${classes['cell']} ${classes['sub']} pl-number`}
        title={date === null ? undefined : dayExact(date)}
      >
        {date === null ? '' : dayShort(date)}
      </span>
      <span role="cell" className={classes['cell']}>
        {words[0] ?? t('unnamed')}
        {words[1] !== undefined && <span className={classes['sub']}> · {words[1]}</span>}
        {kind != null && kind !== 'expense' && <span className={classes['sub']}> · {t(`kind.${kind}`)}</span>}
      </span>
      <span role="cell" className={`${classes['cell']} ${classes['roomy']}`}>
        {nameOf(category)}
      </span>
      <span role="cell" className={`${classes['cell']} ${classes['sub']} ${classes['wide']}`}>
        {stepName}
      </span>
      <span role="cell" className={classes['state']} data-state={state}>
        {t(`state.${state}`)}
      </span>
      <span role="cell" className={classes['amount']}>
        {contested && (
          <IconAlertCircle
            className={classes['mark']}
            size={14}
            stroke={2}
            role="img"
            aria-label={t('past:settle.mark')}
            title={t('past:settle.mark')}
          />
        )}
        <Amount money={amount} />
      </span>
    </UnstyledButton>
  );
};
