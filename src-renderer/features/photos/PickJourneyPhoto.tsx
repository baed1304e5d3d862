// One photo of a journey is chosen for something else: an alternative of a decision.
import { useRecords } from '../../data/hooks.ts';
import type { PickPhotoProps } from '../../ui/slots.ts';
import { PickPhoto } from './PickPhoto.tsx';

export const PickJourneyPhoto = ({ journey, title, onPick, onClose }: PickPhotoProps): React.JSX.Element => {
  const photos = useRecords({ type: 'photo', journey });
  return <PickPhoto title={title} photos={photos ?? []} onPick={({ key }) => onPick(key)} onClose={onClose} />;
};
