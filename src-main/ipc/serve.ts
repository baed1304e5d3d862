// Answers what the page asks: one typed map, arguments parsed, the asker checked, bugs turned into one coded failure.
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { z } from 'zod';

import {
  channels,
  mainEvents,
  type Channel,
  type ChannelReply,
  type MainEvent,
  type MainEventBody,
} from '../../protocol/ipc/channels.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Log } from '../log/log.ts';
import { isChannel } from './channel-names.ts';

type Handler<C extends Channel> = (
  args: z.output<(typeof channels)[C]['args']>,
) => ChannelReply<C> | Promise<ChannelReply<C>>;
/** One handler a channel. Every part of main makes its own slice with `Pick<Handlers, ...>`; main.ts joins them. */
export type Handlers = { readonly [C in Channel]: Handler<C> };

/** @param origin the one origin that may ask, such as `app://plumbline` */
export const serveAll = (handlers: Handlers, { origin, log }: { readonly origin: string; readonly log: Log }): void => {
  const serve = <C extends Channel>(channel: C, handler: Handler<C>): void => {
    ipcMain.handle(channel, async (event, args: unknown) => {
      if (!isOurs(event, origin)) {
        log.write({ level: 'error', code: 'ForeignSender', detail: channel });
        throw new Error('refused');
      }
      const parsed = channels[channel].args.safeParse(args);
      if (!parsed.success)
        return refuse(channel, { type: 'InputInvalid', fields: parsed.error.issues.map(({ path }) => path.join('.')) });
      try {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this channel's own schema has just parsed it
        return await handler(parsed.data as z.output<(typeof channels)[C]['args']>);
      } catch (problem) {
        return refuse(channel, { type: 'Unexpected', detail: log.bug(channel, problem) });
      }
    });
  };
  // A correlated union: each handler is of its own channel by the type of `handlers`, which a loop cannot express.
  for (const channel of Object.keys(channels).filter(isChannel)) serve(channel, handlers[channel] as Handler<Channel>);
};

/** Only the window's own top page: no frame in it, and no page from elsewhere. */
const isOurs = ({ senderFrame }: IpcMainInvokeEvent, origin: string): boolean =>
  senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${origin}/`);

/** A failure where the channel's answer can hold one, else a rejection that carries no more than the code. */
const refuse = (channel: Channel, error: Failure): { readonly ok: false; readonly error: Failure } => {
  const answer = { ok: false, error } as const;
  if (!channels[channel].reply.safeParse(answer).success)
    throw new Error(`${error.type} ${error.detail ?? error.fields?.join() ?? ''}`.trim());
  return answer;
};

/** Tells the page something without being asked. A window that is closing is told nothing. */
export const tell = <E extends MainEvent>(page: WebContents | null, event: E, body: MainEventBody<E>): void => {
  if (page === null || page.isDestroyed()) return;
  page.send(event, mainEvents[event].parse(body));
};
