// "Look round a sample kitchen": sets it up and goes there; within the sample, the way to be rid of it.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEye, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { useMediaDesk } from '../../media/hooks.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { usePlace } from '../../ui/place-context.ts';
import { loadSample, removeSample } from './sample.ts';

export const SampleAction = (): React.JSX.Element | null => {
  const { t } = useTranslation('capture');
  const { ports, readings } = useMediaDesk();
  const { go } = usePlace();
  const textOf = useFailureText();
  const journeys = useRecords({ type: 'journey' });
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const known = journeys?.find(({ body }) => body.sample);

  const look = async (): Promise<void> => {
    if (known !== undefined) return go({ go: 'journey', journey: known.id });
    setProgress({ done: 0, total: 0 });
    const loaded = await loadSample(ports, (done, total) => setProgress({ done, total }));
    setProgress(null);
    if (!loaded.ok) {
      const { sentence, remedy } = textOf(loaded.error);
      notifications.show({ color: 'red', title: sentence, message: remedy });
      return undefined;
    }
    void readings.start();
    return go({ go: 'journey', journey: loaded.value, tab: 'overview', record: null });
  };
  return (
    <Button
      variant="default"
      leftSection={<IconEye size={16} stroke={1.75} />}
      disabled={progress !== null}
      onClick={() => void look()}
    >
      {progress === null
        ? t('sample.button')
        : progress.total === 0
          ? t('sample.loading')
          : t('sample.progress', progress)}
    </Button>
  );
};

export const RemoveSample = ({ journey }: { readonly journey: RecordOf<'journey'> }): React.JSX.Element | null => {
  const { t } = useTranslation('capture');
  const { ports } = useMediaDesk();
  const { go } = usePlace();
  const textOf = useFailureText();
  const [busy, setBusy] = useState(false);
  if (!journey.body.sample) return null;
  const remove = async (): Promise<void> => {
    setBusy(true);
    const removed = await removeSample(ports, journey.id);
    setBusy(false);
    if (removed.ok) go({ go: 'screen', screen: 'home' });
    else
      notifications.show({
        color: 'red',
        title: textOf(removed.error).sentence,
        message: textOf(removed.error).remedy,
      });
  };
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={16} stroke={1.75} />}
      loading={busy}
      onClick={() => void remove()}
    >
      {t('sample.remove')}
    </Button>
  );
};
