// Numbered pins over a picture; while a spot is looked for, a press anywhere on it puts the new pin there.
import { useTranslation } from 'react-i18next';
import type { Point } from '../../domain/pictures/turned.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { Pinning } from './use-pinning.ts';
import type { ShownPin } from './use-pins.ts';
import classes from './tasks.module.css';

interface PinLayerProps {
  readonly pins: readonly ShownPin[];
  readonly chosen?: RecordKey | null;
  /** Absent where the pins are only shown. */
  readonly onOpen?: (key: RecordKey) => void;
  readonly pinning?: Pinning;
}

export const PinLayer = ({ pins, chosen = null, onOpen, pinning }: PinLayerProps): React.JSX.Element => {
  const { t } = useTranslation('tasks');
  const place = (event: React.PointerEvent<HTMLDivElement>): void => {
    if (pinning?.state !== 'placing' || event.button !== 0) return;
    event.stopPropagation();
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    pinning.put({ x: (event.clientX - left) / width, y: (event.clientY - top) / height });
  };
  return (
    <div
      className={classes['pins']}
      data-placing={pinning?.state === 'placing' || undefined}
      onPointerDown={place}
      onMouseDown={(event) => pinning?.state === 'placing' && event.stopPropagation()}
    >
      {pins.map(({ number, task, state, at }) => (
        <button
          key={task.key}
          type="button"
          className={classes['pin']}
          data-state={state}
          data-chosen={task.key === chosen || undefined}
          style={placeOf(at)}
          title={task.body.title}
          aria-label={t('pin.named', { number, title: task.body.title, state: t(`state.${state}`) })}
          tabIndex={onOpen === undefined ? -1 : 0}
          onClick={() => onOpen?.(task.key)}
        >
          {number}
        </button>
      ))}
      {pinning != null && pinning.state !== null && (
        <span
          className={classes['pin']}
          data-state="new"
          style={placeOf(pinning.spot)}
          role="img"
          aria-label={t('pin.new')}
        >
          +
        </span>
      )}
      {pinning?.state === 'placing' && (
        <span className={classes['pinHint']} role="status">
          {t('pin.hint')}
        </span>
      )}
    </div>
  );
};

const placeOf = ({ x, y }: Point): React.CSSProperties => ({ left: `${x * 100}%`, top: `${y * 100}%` });
