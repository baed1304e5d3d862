// Asks Electron main from a test, through the page's own bridge, with bytes carried as base64.
/* oxlint-disable typescript/no-unsafe-type-assertion -- the page gets plain values whose types only the test knows */
import type { Page } from 'playwright-core';

import type { Bridge, Channel, ChannelArgs, ChannelReply } from '../../protocol/ipc/channels.ts';

declare global {
  interface Window {
    readonly plumbline: Bridge;
  }
}

/** For channels whose arguments are plain JSON; bytes in answers come back as arrays of numbers. */
export const ask = <C extends Channel>(page: Page, channel: C, args: ChannelArgs<C>): Promise<ChannelReply<C>> =>
  page.evaluate(([name, given]) => window.plumbline.ask(name, given as never), [channel, args] as const);

/** Imports a file as the page does, in pieces. */
export const importFile = (page: Page, content: Uint8Array): Promise<ChannelReply<'blob.finish'>> =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const begun = await window.plumbline.ask('blob.begin', { name: 'a file', bytes: bytes.length });
    if (!begun.ok) return begun;
    const { id } = begun.value;
    for (let at = 0; at < bytes.length; at += 1 << 20) {
      const appended = await window.plumbline.ask('blob.append', { id, chunk: bytes.slice(at, at + (1 << 20)) });
      if (!appended.ok) return appended;
    }
    return window.plumbline.ask('blob.finish', { id });
  }, Buffer.from(content).toString('base64'));

/** Has a picture read. */
export const readPicture = (
  page: Page,
  job: string,
  picture: Uint8Array,
  language = 'eng',
  lined = false,
): Promise<ChannelReply<'ocr.read'>> =>
  page.evaluate(
    ([name, base64, tongue, isPage]) =>
      window.plumbline.ask('ocr.read', {
        job: name,
        image: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
        language: tongue,
        lined: isPage,
      }),
    [job, Buffer.from(picture).toString('base64'), language, lined] as const,
  );
