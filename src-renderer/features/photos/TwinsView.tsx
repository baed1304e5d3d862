// Photos that are here twice, two by two: a person keeps one of them, or says that they are two.
import { Badge, Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { dayExact } from '../../ui/dates.ts';
import { megabytes } from '../../ui/megabytes.ts';
import { altOf, dayOfPhoto, type Photo } from './photo-groups.ts';
import type { PhotoTwins } from './twins.ts';
import classes from './twins.module.css';

interface TwinsViewProps {
  readonly twins: readonly PhotoTwins[];
  readonly steps: readonly RecordOf<'step'>[];
  readonly onClose: () => void;
}

export const TwinsView = ({ twins, steps, onClose }: TwinsViewProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const run = useRun();
  return (
    <Modal opened onClose={onClose} title={t('twins.title')} size={760} transitionProps={{ duration: 0 }}>
      <Text c="dimmed" mb="md">
        {twins.length === 0 ? t('twins.none') : t('twins.text')}
      </Text>
      {twins.map(({ first, second }) => (
        <section
          key={`${first.key} ${second.key}`}
          className={classes['twins']}
          aria-label={t('twins.of', { first: altOf(first), second: altOf(second) })}
        >
          <div className={classes['two']}>
            <Twin photo={first} other={second} steps={steps} />
            <Twin photo={second} other={first} steps={steps} />
          </div>
          <Group justify="center" mt="xs">
            <Button
              variant="subtle"
              size="xs"
              onClick={() => void run('pair.say', { before: first.key, after: second.key, isTwice: false })}
            >
              {t('twins.both')}
            </Button>
          </Group>
        </section>
      ))}
    </Modal>
  );
};

interface TwinProps {
  readonly photo: Photo;
  readonly other: Photo;
  readonly steps: readonly RecordOf<'step'>[];
}

const Twin = ({ photo, other, steps }: TwinProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const run = useRun();
  const { sha, thumb, turn, width, height, bytes, caption, name } = photo.body;
  const isLarger = width * height > other.body.width * other.body.height;
  const step = steps.find(({ key }) => key === photo.parent)?.body.name ?? t('noStep');
  return (
    <div className={classes['twin']}>
      <div className={classes['picture']}>
        <Picture sha={sha} thumb={thumb} alt={altOf(photo)} turn={turn} />
      </div>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" fw={600} truncate title={name}>
          {name}
        </Text>
        {isLarger && (
          <Badge size="sm" variant="light" flex="none">
            {t('twins.larger')}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('twins.size', { width, height, size: megabytes(bytes) })}
      </Text>
      <Text size="sm" c="dimmed" truncate>
        {dayExact(dayOfPhoto(photo))} · {step}
      </Text>
      <Text size="sm" lineClamp={2} mih={20}>
        {caption}
      </Text>
      <Button
        size="xs"
        mt={4}
        variant={isLarger ? 'filled' : 'default'}
        aria-label={t('twins.keepNamed', { name })}
        onClick={() => void run('photo.merge', { keep: photo.key, other: other.key })}
      >
        {t('twins.keep')}
      </Button>
    </div>
  );
};
