// "Add photos or documents": opens the file dialog and puts what was chosen in line.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import { FileInput } from './FileInput.tsx';
import { useMediaDesk } from './hooks.ts';
import { useLanding } from './use-landing.ts';

export interface AddFilesProps {
  readonly journey: RecordId;
  /** The step they belong to, '' for the journey. */
  readonly parent: RecordKey;
  readonly label: string;
  readonly variant?: 'filled' | 'default' | 'subtle';
  readonly size?: 'xs' | 'sm';
}

export const AddFiles = ({
  journey,
  parent,
  label,
  variant = 'default',
  size = 'sm',
}: AddFilesProps): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const { imports } = useMediaDesk();
  const landing = useLanding();
  const input = useRef<HTMLInputElement>(null);
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length > 0) await imports.add(files, await landing(journey, parent));
  };
  return (
    <>
      <Button
        variant={variant}
        size={size}
        leftSection={<IconPlus size={16} stroke={1.75} />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <FileInput ref={input} label={t('choose', { where: label })} onFiles={(files) => void take(files)} />
    </>
  );
};
