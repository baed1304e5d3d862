// What a copy of an original is called when it is saved outside of Plumbline.
import { expect, test } from 'vitest';
import { nameToSave } from '../../../src-renderer/media/name-to-save.ts';

test.each([
  ['IMG_0815.JPG', 'image/jpeg', 'IMG_0815.JPG'],
  ['Angebot Nr. 7.pdf', 'application/pdf', 'Angebot Nr. 7.pdf'],
  // A photo that is called a paper stays what its person called it; nothing that could be run is.
  ['photo.pdf', 'image/jpeg', 'photo.pdf'],
  ['invoice.pdf.exe', 'application/pdf', 'invoice.pdf.exe.pdf'],
  ['notes.hta', 'text/plain', 'notes.hta.txt'],
  ['run.lnk', 'application/x-unheard-of', 'run.lnk.txt'],
  ['exe.\u202Efdp', 'application/pdf', 'exe.fdp.pdf'],
  ['no ending', 'image/png', 'no ending.png'],
  ['', 'image/png', '.png'],
])('%j of kind %s is saved as %j', (name, mime, saved) => expect(nameToSave(name, mime)).toBe(saved));

test('a long name keeps its ending', () =>
  expect(nameToSave(`${'n'.repeat(290)}.docx`, 'text/plain')).toBe(`${'n'.repeat(120)}.docx`));
