// What the desktop is told: shown as it is, held until it is gone, and a press says which one it was.
import { expect, test } from 'vitest';
import { channels } from '../../../protocol/ipc/channels.ts';
import { createNotices } from '../../../src-main/desk/notices.ts';

const desk = (isSupported = true) => {
  const shown: { words: object; click: () => void; close: () => void }[] = [];
  const opened: string[] = [];
  const show = createNotices({
    isSupported: () => isSupported,
    opened: (id) => opened.push(id),
    create: (words) => {
      const listeners = { click: () => {}, close: () => {} };
      return {
        show: () => shown.push({ words, click: () => listeners.click(), close: () => listeners.close() }),
        onClick: (listener) => (listeners.click = listener),
        onClose: (listener) => (listeners.close = listener),
      };
    },
  });
  return { show, shown, opened };
};

test('a press on one opens it and no other', () => {
  const { show, shown, opened } = desk();
  for (const id of ['a', 'b']) expect(show({ id, title: `Title ${id}`, body: '' })).toEqual({ ok: true, value: null });
  expect(shown.map(({ words }) => words)).toEqual([
    { title: 'Title a', body: '' },
    { title: 'Title b', body: '' },
  ]);
  shown[1]?.click();
  shown[0]?.close();
  expect(opened).toEqual(['b']);
});

test('a desktop without them says so', () => {
  const { show, shown } = desk(false);
  expect(show({ id: 'a', title: 'T', body: '' })).toMatchObject({ ok: false, error: { type: 'NoticesUnsupported' } });
  expect(shown).toEqual([]);
});

test('the page can pass words and an id, no picture, no path and no program to run', () => {
  const { args } = channels['notice.show'];
  expect(args.parse({ id: 'a', title: 'T', body: 'B', icon: '/etc/x', toastXml: '<x>', actions: [] })).toEqual({
    id: 'a',
    title: 'T',
    body: 'B',
  });
  expect(args.safeParse({ id: 'a', title: 'T', body: 'x'.repeat(401) }).success).toBe(false);
});
