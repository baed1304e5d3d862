// The receipt of a cost, within its panel: the picture or document that shows it, opened with a press.
import { Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord } from '../../data/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { PanelSection } from '../../ui/Panel.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { shownName } from '../../ui/shown-name.ts';
import { PhotoViewer } from './PhotoViewer.tsx';
import classes from './photos.module.css';

interface CostReceiptProps {
  readonly cost: RecordOf<'cost'>;
  readonly journey: RecordOf<'journey'>;
}

export const CostReceipt = ({ cost, journey }: CostReceiptProps): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const { go } = usePlace();
  const [open, setOpen] = useState(false);
  const named = useRecord(cost.body.receipt);
  // Of a receipt that was shared the copy is what goes on living.
  const moved = typeof named?.body['movedTo'] === 'string' ? named.body['movedTo'] : null;
  const copy = useRecord(moved);
  const record = copy ?? named;
  if (record == null) return null;
  const photo = recordAs('photo', record);
  const document = recordAs('document', record);
  const body = photo?.body ?? document?.body;
  if (body === undefined) return null;
  const name =
    document?.body.title ?? shownName(photo?.body.caption === '' ? body.name : (photo?.body.caption ?? body.name));
  const show = (): void => {
    if (photo === null) go({ go: 'journey', journey: journey.id, tab: 'documents', record: record.key });
    else setOpen(true);
  };
  return (
    <PanelSection title={t('receipt')}>
      <UnstyledButton className={classes['paper']} aria-label={t('open', { name })} onClick={show}>
        <span className={classes['paperPicture']}>
          <Picture
            sha={body.sha}
            thumb={photo?.body.thumb ?? ''}
            alt=""
            turn={photo?.body.turn}
            originalToo={photo !== null}
          />
        </span>
        <Text truncate>{name}</Text>
      </UnstyledButton>
      {photo !== null && open && (
        <PhotoViewer photos={[photo]} open={photo.key} onOpen={() => {}} onClose={() => setOpen(false)} />
      )}
    </PanelSection>
  );
};
