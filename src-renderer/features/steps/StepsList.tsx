// The steps of a journey as one calm list: filter, reorder by drag or Alt+arrows, add at the end.
import { DragDropProvider, type DragEndEvent } from '@dnd-kit/react';
import { isSortable } from '@dnd-kit/react/sortable';
import { SegmentedControl, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { byKey } from '../../../domain/records/by-key.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun, useSetting } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { journeyPlace } from '../../ui/place.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { usePeople } from '../../ui/use-people.ts';
import { AddStep } from './AddStep.tsx';
import { moved, placeAt, type Placing } from './step-order.ts';
import { StepRow } from './StepRow.tsx';
import classes from './StepsTab.module.css';

type Step = RecordOf<'step'>;
const FILTERS = ['all', 'open', 'blocked', 'settled'] as const;
type Filter = (typeof FILTERS)[number];

const fits: Readonly<Record<Filter, (step: Step) => boolean>> = {
  all: () => true,
  open: ({ body }) => body.state !== 'done' && body.state !== 'skipped',
  blocked: ({ body }) => body.state === 'blocked',
  settled: ({ body }) => body.state === 'done' || body.state === 'skipped',
};

interface StepsListProps {
  readonly journey: RecordOf<'journey'>;
  /** Chooses between the views of the tab. */
  readonly views: ReactNode;
}

export const StepsList = ({ journey, views }: StepsListProps): ReactElement => {
  const { t } = useTranslation('steps');
  const records = useRecords({ type: 'step', journey: journey.id });
  const [filter, setFilter] = useSetting<Filter>(`steps-filter:${journey.id}`, 'all');
  const family = useIsFamily(journey.space);
  const steps = useMemo(() => (records === undefined ? null : liveSteps(records)), [records]);

  if (steps === null) return <Loading rows={8} height={36} />;
  const shown = steps.filter(fits[filter]);
  return (
    <div className={classes['tab']}>
      {steps.length > 0 && (
        <div className={classes['bar']}>
          {views}
          <SegmentedControl
            size="xs"
            aria-label={t('filter.label')}
            value={filter}
            onChange={setFilter}
            data={FILTERS.map((value) => ({
              value,
              label: t('filter.choice', { name: t(`filter.${value}`), count: steps.filter(fits[value]).length }),
            }))}
          />
          {family && (
            <Text size="xs" c="dimmed" ml="auto">
              {t('reorderHint')}
            </Text>
          )}
        </div>
      )}
      {steps.length === 0 && <EmptyState icon={IconListCheck} title={t('empty.title')} text={t('empty.text')} />}
      {steps.length > 0 && shown.length === 0 && (
        <Text className={classes['none']} c="dimmed">
          {t('filter.none')}
        </Text>
      )}
      <StepList journey={journey} steps={shown} movable={family && filter === 'all'} />
      {family && <AddStep journey={journey.id} />}
    </div>
  );
};

interface StepListProps {
  readonly journey: RecordOf<'journey'>;
  readonly steps: readonly Step[];
  readonly movable: boolean;
}

/** An order that a person made by dragging; it holds as long as the list is the one it was made from. */
interface Dropped {
  readonly from: readonly Step[];
  readonly order: readonly RecordKey[];
}

const StepList = ({ journey, steps, movable }: StepListProps): ReactElement => {
  const { t } = useTranslation('steps');
  const { place, go } = usePlace();
  const people = usePeople();
  const open = useCallback((record: RecordKey) => go({ go: 'record', record }), [go]);
  const run = useRun();
  const tasks = useRecords({ type: 'task', journey: journey.id });
  const openTasksByStep = useMemo(() => {
    const toDo = (tasks ?? []).filter(({ body }) => body.doneAt === null);
    return new Map([...Map.groupBy(toDo, ({ parent }) => parent)].map(([parent, list]) => [parent, list.length]));
  }, [tasks]);

  // What was dragged stands where it was dropped until the command's answer arrives.
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const stepByKey = useMemo(() => byKey(steps), [steps]);
  const keys = useMemo(() => steps.map(({ key }) => key), [steps]);
  const order = dropped?.from === steps ? dropped.order : keys;

  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<RecordKey | null>(null);
  // After every drawing: a row that moved has lost the focus.
  useEffect(() => {
    if (focused.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(focused.current)}"]`)?.focus();
    focused.current = null;
  });

  const placeStep = async (placing: Placing | null): Promise<void> => {
    if (placing === null) return;
    setDropped({ from: steps, order: moved(order, placing) });
    const result = await run('step.place', placing);
    if (!result.ok) setDropped(null);
  };
  const onDragEnd = ({ operation: { source }, canceled }: DragEndEvent): void => {
    if (canceled || !isSortable(source)) return;
    void placeStep(placeAt(order, String(source.id), source.index));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const key = event.target instanceof HTMLElement ? event.target.dataset['step'] : undefined;
    if (by === undefined || key === undefined) return;
    event.preventDefault();
    const index = order.indexOf(key) + by;
    focused.current = event.altKey ? key : (order[index] ?? null);
    if (!event.altKey) {
      list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(order[index] ?? key)}"]`)?.focus();
      focused.current = null;
    } else if (movable) void placeStep(placeAt(order, key, index));
  };

  const chosen = journeyPlace(place, journey.id).record;
  return (
    <DragDropProvider onDragEnd={onDragEnd}>
      <ul ref={list} className={classes['list']} aria-label={t('list')} onKeyDown={onKeyDown}>
        {order.map((key, index) => {
          const step = stepByKey.get(key);
          return step === undefined ? null : (
            <StepRow
              key={key}
              step={step}
              index={index}
              movable={movable}
              chosen={key === chosen}
              openTasks={openTasksByStep.get(key) ?? 0}
              assignee={step.body.assignee === null ? null : people.nameOf(step.body.assignee)}
              onOpen={open}
            />
          );
        })}
      </ul>
    </DragDropProvider>
  );
};
