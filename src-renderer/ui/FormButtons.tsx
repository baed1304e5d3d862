// How every form ends: the deed, always at the outer edge, and beside it the way out that keeps nothing.
import { Button, Group, type ButtonProps } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FormButtonsProps {
  /** What the deed is called. */
  readonly label: string;
  readonly onCancel: () => void;
  /** Left out where the form is submitted. */
  readonly onSave?: () => void | Promise<void>;
  readonly disabled?: boolean;
  readonly loading?: boolean;
  readonly icon?: ReactNode;
  readonly size?: ButtonProps['size'];
  readonly side?: 'start' | 'end';
  readonly mt?: 'sm';
}

export const FormButtons = (props: FormButtonsProps): ReactElement => {
  const { label, onCancel, onSave, disabled = false, loading = false, icon, size = 'sm', side = 'end', mt = 0 } = props;
  const { t } = useTranslation('ui');
  const deed = (
    <Button
      key="deed"
      size={size}
      type={onSave === undefined ? 'submit' : 'button'}
      disabled={disabled}
      loading={loading}
      leftSection={icon}
      onClick={onSave === undefined ? undefined : () => void onSave()}
    >
      {label}
    </Button>
  );
  const cancel = (
    <Button key="cancel" size={size} variant="subtle" color="gray" onClick={onCancel}>
      {t('cancel')}
    </Button>
  );
  return (
    <Group gap="sm" mt={mt} flex="none" justify={`flex-${side}`}>
      {side === 'end' ? [cancel, deed] : [deed, cancel]}
    </Group>
  );
};
