// A button that asks for photos and hands them over.
import { Button } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FileInput } from '../../media/FileInput.tsx';

interface PhotoInputProps {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => Promise<void>;
  readonly several?: boolean;
}

export const PhotoInput = ({ label, onFiles, several = false }: PhotoInputProps): ReactElement => {
  const { t } = useTranslation('capture');
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setBusy(true);
    await onFiles(files);
    setBusy(false);
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        leftSection={<IconCamera size={16} stroke={1.75} />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <FileInput
        ref={input}
        label={t('choose', { where: label })}
        several={several}
        onFiles={(files) => void take(files)}
      />
    </>
  );
};
