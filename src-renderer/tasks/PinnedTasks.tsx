// Beside a picture: what is pinned to it, and the form for a pin that was just put there.
import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import { pointOf } from '../../domain/pictures/turned.ts';
import type { Turn } from '../../domain/records/media.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { usePlace } from '../ui/place-context.ts';
import { PinForm } from './PinForm.tsx';
import type { Pinning } from './use-pinning.ts';
import type { ShownPin } from './use-pins.ts';
import classes from './tasks.module.css';

interface PinnedTasksProps {
  readonly media: RecordOf<'photo'> | RecordOf<'document'>;
  /** Of a document. */
  readonly page?: number;
  readonly turn?: Turn | null | undefined;
  readonly pins: readonly ShownPin[];
  readonly pinning: Pinning;
  /** It was shown to more people and goes on under this key. */
  readonly onMoved: (key: RecordKey) => void;
}

export const PinnedTasks = (props: PinnedTasksProps): React.JSX.Element | null => {
  const { media, page, turn, pins, pinning, onMoved } = props;
  const { t } = useTranslation('tasks');
  const { go } = usePlace();
  if (pins.length === 0 && pinning.state !== 'naming') return null;
  return (
    <section aria-label={t('pin.here')}>
      {pinning.state === 'naming' && (
        <PinForm
          media={media}
          {...(page === undefined ? {} : { page })}
          spot={pointOf(pinning.spot, turn ?? 0)}
          onAdded={(_task, on) => {
            pinning.end();
            if (on !== media.key) onMoved(on);
          }}
          onCancel={pinning.end}
        />
      )}
      {pins.length > 0 && (
        <>
          <Text fw={600} mb={4}>
            {t('pin.here')}
          </Text>
          <ul className={classes['pinList']}>
            {pins.map(({ number, task, state }) => (
              <li key={task.key}>
                <UnstyledButton
                  className={classes['pinRow'] ?? ''}
                  onClick={() => go({ go: 'journey', journey: task.journey, tab: 'tasks', record: task.key })}
                >
                  <span className={classes['pinMark']} data-state={state} aria-hidden>
                    {number}
                  </span>
                  <Text span size="sm" truncate>
                    {task.body.title}
                  </Text>
                  <Text span size="xs" c="dimmed" ml="auto">
                    {t(`state.${state}`)}
                  </Text>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
