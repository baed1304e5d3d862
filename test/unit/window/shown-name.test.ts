// Names of files in lists: what would turn their letters round is not shown.
import { expect, test } from 'vitest';
import { titleFromName } from '../../../src-renderer/media/import-file.ts';
import { altOf } from '../../../src-renderer/features/photos/photo-groups.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { shownName } from '../../../src-renderer/ui/shown-name.ts';
import { aRecord } from '../../support/records.ts';

test('a name that would be read backwards is shown as its letters stand, and one in Hebrew as it is', () => {
  expect(shownName('quote\u202Efdp.exe')).toBe('quotefdp.exe');
  expect(shownName('\u2067a\u2069\u200F\u061C.jpg')).toBe('a.jpg');
  expect(shownName('הצעה.pdf')).toBe('הצעה.pdf');
});

test('a document’s title and a photo without a caption are told so as well', () => {
  expect(titleFromName('Angebot_\u202Efdp.exe.pdf')).toBe('Angebot fdp.exe');
  const photo = recordAs('photo', aRecord({ type: 'photo', body: { caption: '', name: 'a\u202Egpj.exe' } }));
  if (photo === null) throw new Error('no photo');
  expect(altOf(photo)).toBe('agpj.exe');
});
