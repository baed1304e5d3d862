// A photo as the search for pictures that are here twice sees it. Pure.
import type { Copy } from '../../domain/pictures/twins.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { takenMs } from './taken-ms.ts';

export const copyOf = (photo: RecordOf<'photo'>): Copy => ({
  key: photo.key,
  space: photo.space,
  sha: photo.body.sha,
  likeness: photo.body.look?.likeness ?? null,
  ratio: photo.body.width / photo.body.height,
  taken: photo.body.takenAt === null ? null : takenMs(photo),
});
