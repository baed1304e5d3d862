// The only bridge between the page and Electron main: `window.plumbline`, two functions, and only channels of the map.
import { contextBridge, ipcRenderer } from 'electron';

import type { Bridge } from '../protocol/ipc/channels.ts';
import { isChannel, isMainEvent } from './ipc/channel-names.ts';

/** The link the app was started with comes before the page can listen; it is held for the first who does. */
let heldJoin: { readonly code: string } | null = null;
const hold = (_: unknown, body: { readonly code: string }): void => {
  heldJoin = body;
};
ipcRenderer.on('app.join', hold);

const bridge: Bridge = {
  ask: (channel, args) =>
    isChannel(channel) ? ipcRenderer.invoke(channel, args) : Promise.reject(new TypeError('no such channel')),
  on: (event, listener) => {
    if (!isMainEvent(event)) throw new TypeError('no such event');
    // The event object of Electron holds the sender and stays on this side.
    const hear = (_: unknown, body: Parameters<typeof listener>[0]): void => listener(body);
    ipcRenderer.on(event, hear);
    if (event === 'app.join') {
      ipcRenderer.removeListener('app.join', hold);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `event` is 'app.join', so this is its body
      if (heldJoin !== null) hear(null, heldJoin as Parameters<typeof listener>[0]);
      heldJoin = null;
    }
    return () => void ipcRenderer.removeListener(event, hear);
  },
};

contextBridge.exposeInMainWorld('plumbline', bridge);
