// Photos and documents: the record that names a file already kept on this device, and where it hangs.
import { z } from 'zod';
import { keyOf, recordId, recordKey, type RecordId } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { wallTime } from '../pictures/taken.ts';
import { mark, markId } from '../records/mark.ts';
import { documentBody, MOST_PHOTO_PAGES, photoBody } from '../records/media.ts';
import { edited, findAny, findLive, made } from './changes.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { place } from './talk.ts';

const photo = photoBody.shape;
const document = documentBody.shape;

export const photoAdd = defineCommand({
  name: 'photo.add',
  input: z.object({
    ...place,
    sha: photo.sha,
    bytes: photo.bytes,
    mime: photo.mime,
    name: photo.name,
    preview: photo.preview,
    width: photo.width,
    height: photo.height,
    takenAt: photo.takenAt,
    thumb: photo.thumb,
    look: photo.look,
    caption: photo.caption.optional(),
    // What a person had made of it already, when it is added once more.
    room: photo.room,
    turn: photo.turn,
    isFine: photo.isFine,
    takenFix: photo.takenFix,
    steps: photo.steps,
    marks: photo.marks,
    pages: photo.pages,
    mail: photo.mail,
    /** The id that it had before it was refused: the new one follows from it, so that the pages of a paper find each other again. */
    formerly: recordId.optional(),
  }),
  needs: ({ space, pages, formerly }) =>
    formerly === undefined
      ? []
      : [again(formerly), again(again(formerly)), ...(pages ?? [])].map((id) => ({ key: keyOf(space, id) })),
  plan: (reads, { space, journey, parent, caption = '', pages, formerly, ...file }, { newId }) => {
    const isThere = (id: RecordId): boolean => reads.get(keyOf(space, id)) !== undefined;
    const free = formerly === undefined ? [] : [again(formerly), again(again(formerly))].filter((id) => !isThere(id));
    const id = free[0] ?? newId('photo');
    const isLive = (page: RecordId): boolean => reads.get(keyOf(space, page))?.trashedAt === 0;
    // Any other page may have been refused too, now or later: under either id it is the page.
    const idsOf = (page: RecordId): readonly RecordId[] =>
      page === formerly ? [id] : formerly === undefined ? [page] : [page, again(page)];
    const either = (pages ?? []).flatMap(idsOf);
    const one = (page: RecordId): RecordId => (page === formerly ? id : isLive(page) ? page : again(page));
    const named = either.length > MOST_PHOTO_PAGES ? (pages ?? []).map(one) : either;
    const paper = pages == null ? {} : { pages: named };
    return ok([made({ space, id, type: 'photo', journey, parent, body: { ...file, caption, ...paper } })]);
  },
});

/** The id of a photo that is added once more: what it had is spent. */
const again = (id: RecordId): RecordId => `${id}-r`;

export const photoEdit = defineEdit({
  name: 'photo.edit',
  type: 'photo',
  fields: {
    caption: photo.caption,
    isFine: photo.isFine.unwrap().unwrap(),
    room: photo.room.unwrap().unwrap(),
    steps: photo.steps.unwrap().unwrap(),
    turn: photo.turn.unwrap().unwrap(),
    takenFix: wallTime.nullable(),
    /** All of them; one by one they are drawn by `photo.mark`. */
    marks: photo.marks.unwrap().unwrap(),
  },
});

/** More than this nobody reads on one picture. */
const MOST_MARKS = 200;

/** Draws one mark, changes it, or with null takes it away; the others stay as they are. */
export const photoMark = defineCommand({
  name: 'photo.mark',
  input: z.object({ key: recordKey, id: markId, mark: mark.nullable() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, id, mark: drawn }) => {
    const found = findLive(reads, 'photo', key);
    if (!found.ok) return found;
    const { [id]: _before, ...others } = found.value.body.marks ?? {};
    if (drawn !== null && Object.keys(others).length >= MOST_MARKS)
      return err({ type: 'InputInvalid', fields: ['mark'] });
    return ok(edited(found.value, { body: { marks: drawn === null ? others : { ...others, [id]: drawn } } }));
  },
});

export const documentAdd = defineCommand({
  name: 'document.add',
  input: z.object({
    ...place,
    sha: document.sha,
    bytes: document.bytes,
    mime: document.mime,
    name: document.name,
    preview: document.preview,
    title: document.title,
    pages: document.pages,
    replaces: document.replaces,
    mail: document.mail,
  }),
  needs: () => [],
  plan: (_reads, { space, journey, parent, ...body }, { newId }) =>
    ok([made({ space, id: newId('document'), type: 'document', journey, parent, body })]),
});

export const documentEdit = defineEdit({ name: 'document.edit', type: 'document', fields: { title: document.title } });

/** Makes one document the newer version of another: both stay, lists show the newer. */
export const documentReplace = defineCommand({
  name: 'document.replace',
  input: z.object({ key: recordKey, of: recordKey }),
  needs: ({ key, of }) => [{ key }, { key: of }],
  plan: (reads, { key, of }) => {
    const newer = findLive(reads, 'document', key);
    if (!newer.ok) return newer;
    const older = findLive(reads, 'document', of);
    if (!older.ok) return older;
    // A circle of two would hide both.
    if (key === of || older.value.body.replaces === key) return err({ type: 'NotAllowed', fields: ['of'], detail: of });
    return ok(edited(newer.value, { body: { replaces: of }, parent: older.value.parent }));
  },
});

/** Hangs a photo or document on another step, or on none. */
export const mediaLink = defineCommand({
  name: 'media.link',
  input: z.object({ key: recordKey, parent: place.parent }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, parent }) => {
    const found = findAny(reads, key);
    if (!found.ok) return found;
    if (found.value.type !== 'photo' && found.value.type !== 'document')
      return err({ type: 'RecordNotFound', detail: key });
    if (found.value.trashedAt !== 0) return err({ type: 'RecordTrashed', detail: key });
    return ok(edited(found.value, { parent }));
  },
});
