// What is known of a photo: its caption, when, at which step, who sees it, the cost it suggests, and its text.
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { seenStanding } from '../../../domain/pictures/seen.ts';
import { CommentsSection } from '../../comments/CommentsSection.tsx';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { Fact } from '../../media/Fact.tsx';
import { FileFact } from '../../media/FileFact.tsx';
import { CameWith } from '../../media/MailFacts.tsx';
import { MediaAudience } from '../../media/MediaAudience.tsx';
import classes from '../../media/media.module.css';
import { MoveToTrash } from '../../media/MoveToTrash.tsx';
import { ReceiptOffer } from '../../media/ReceiptOffer.tsx';
import { HangOnStep } from '../../media/HangOnStep.tsx';
import { TextBeside } from '../../media/TextBeside.tsx';
import type { TextLine } from '../../media/text-lines.ts';
import { NOTHING_TO_SAVE, useInPlace } from '../../ui/use-in-place.ts';
import { roomOf, type Photo } from './photo-groups.ts';
import { PairsOfPhoto } from './PairsOfPhoto.tsx';
import { PhotoHint } from './PhotoHint.tsx';
import { FurtherSteps } from './FurtherSteps.tsx';
import { RoomField } from './RoomField.tsx';
import { StepOffer } from './StepOffer.tsx';
import { PhotoSeen } from './PhotoSeen.tsx';
import { SimilarPhotos } from './SimilarPhotos.tsx';
import { TakenField } from './TakenField.tsx';

interface PhotoBesideProps {
  readonly photo: Photo;
  /** All of the journey's. */
  readonly photos: readonly Photo[];
  readonly reading: RecordOf<'reading'> | null;
  readonly lines: readonly TextLine[] | null;
  readonly text: {
    readonly chosen: number | null;
    readonly setChosen: (line: number | null) => void;
    readonly boxes: boolean;
    readonly setBoxes: (shown: boolean) => void;
  };
  readonly onOpen: (key: RecordKey) => void;
  readonly onTrash: () => void;
  /** What was drawn on it. */
  readonly marks: React.ReactNode;
}

export const PhotoBeside = ({
  photo,
  photos,
  reading,
  lines,
  text,
  onOpen,
  onTrash,
  marks,
}: PhotoBesideProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const looksLike = reading === null ? null : (seenStanding(reading.body)?.roomKind ?? null);
  return (
    <div className={classes['besideBody']}>
      <PhotoHint photo={photo} />
      <Caption key={photo.key} photo={photo} />
      <div>
        <Fact label={t('taken')}>
          <TakenField key={photo.key} photo={photo} />
        </Fact>
        <Fact label={t('step')}>
          <HangOnStep record={photo} />
          <StepOffer photo={photo} photos={photos} />
          <FurtherSteps photo={photo} />
        </Fact>
        <Fact label={t('room')}>
          <RoomField key={`${photo.key} ${roomOf(photo)}`} photo={photo} photos={photos} looksLike={looksLike} />
        </Fact>
        <Fact label={t('seenBy')}>
          <MediaAudience record={photo} onShared={onOpen} />
        </Fact>
        <CameWith record={photo} />
        <FileFact file={photo.body} />
      </div>
      {marks}
      <PhotoSeen key={`seen:${photo.key}`} reading={reading} />
      <PairsOfPhoto photo={photo} photos={photos} />
      <SimilarPhotos photo={photo} photos={photos} onOpen={onOpen} />
      {reading !== null && <ReceiptOffer key={reading.key} reading={reading} step={photo.parent} />}
      <TextBeside
        of={photo.key}
        lines={lines}
        chosen={text.chosen}
        onChoose={text.setChosen}
        boxes={text.boxes}
        onBoxes={text.setBoxes}
      />
      <CommentsSection on={photo.key} space={photo.space} journey={photo.journey} />
      <MoveToTrash of={photo.key} onTrash={onTrash} />
    </div>
  );
};

/** Kept as a draft while it is typed, saved when one leaves the field. */
const Caption = ({ photo }: { readonly photo: Photo }): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const run = useRun();
  const field = useInPlace(`caption:${photo.key}`, {
    saved: photo.body.caption,
    save: (typed) => {
      const caption = typed.trim();
      return caption === photo.body.caption ? NOTHING_TO_SAVE : run('photo.edit', { key: photo.key, set: { caption } });
    },
  });
  return (
    <Textarea
      aria-label={t('caption')}
      placeholder={t('captionHint')}
      value={field.value}
      maxLength={1_000}
      minRows={1}
      maxRows={6}
      onChange={(event) => field.change(event.currentTarget.value)}
      {...field.sign}
      onBlur={() => void field.leave()}
    />
  );
};
