// A photo as the search for pictures that are here twice sees it. Pure.
import { takenOf } from '../../domain/pictures/taken.ts';
import type { Copy } from '../../domain/pictures/twins.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { takenMs } from './taken-ms.ts';

type Photo = RecordOf<'photo'>;
/** What is looked at of it: known before its record is there. */
type Looked = Pick<Photo, 'key' | 'space' | 'createdAt'> & {
  readonly body: Pick<Photo['body'], 'sha' | 'look' | 'width' | 'height' | 'takenAt' | 'takenFix'>;
};

export const copyOf = (photo: Looked): Copy => ({
  key: photo.key,
  space: photo.space,
  sha: photo.body.sha,
  likeness: photo.body.look?.likeness ?? null,
  turned: photo.body.look?.turned ?? [],
  ratio: photo.body.width / photo.body.height,
  taken: takenOf(photo.body) === null ? null : takenMs(photo),
});
