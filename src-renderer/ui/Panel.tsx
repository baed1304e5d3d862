// The right panel: one selected thing, edited in place beside its list. Esc or the cross closes it.
import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Panel.module.css';
import { usePlace } from './place-context.ts';
import { isTyping } from './typing.ts';

interface PanelProps {
  readonly label: string;
  /** Small buttons beside the cross. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export const Panel = ({ label, actions, children }: PanelProps): ReactElement => {
  const { t } = useTranslation('ui');
  const { go } = usePlace();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // The first Esc leaves the field, the second closes the panel.
      if (isTyping(event.target)) event.target.blur();
      else go({ go: 'record', record: null });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go]);
  return (
    <aside className={classes['panel']} aria-label={label}>
      <header className={classes['head']}>
        <Text size="xs" c="dimmed" fw={500}>
          {label}
        </Text>
        <div className={classes['actions']}>
          {actions}
          <Tooltip label={t('close')}>
            <ActionIcon aria-label={t('closePanel')} onClick={() => go({ go: 'record', record: null })}>
              <IconX size={16} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </div>
      </header>
      <div className={classes['body']}>{children}</div>
    </aside>
  );
};

/** One part of a panel, under its own small heading. */
export const PanelSection = (props: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement => (
  <section className={classes['section']} aria-label={props.title}>
    <div className={classes['sectionHead']}>
      <Text component="h3" size="sm" fw={600}>
        {props.title}
      </Text>
      {props.aside}
    </div>
    {props.children}
  </section>
);

/** A named value in a panel: the name at the left, its control at the right. */
export const Property = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactElement => (
  <div className={classes['property']}>
    <Text size="sm" c="dimmed" className={classes['propertyLabel']}>
      {label}
    </Text>
    <div className={classes['propertyValue']}>{children}</div>
  </div>
);
