// The only bridge between the page and Electron main: `window.plumbline`, two functions, and only channels of the map.
import { contextBridge, ipcRenderer } from 'electron';

import type { Bridge } from '../protocol/ipc/channels.ts';
import { isChannel, isMainEvent } from './ipc/channel-names.ts';

const bridge: Bridge = {
  ask: (channel, args) =>
    isChannel(channel) ? ipcRenderer.invoke(channel, args) : Promise.reject(new TypeError('no such channel')),
  on: (event, listener) => {
    if (!isMainEvent(event)) throw new TypeError('no such event');
    // The event object of Electron holds the sender and stays on this side.
    const hear = (_: unknown, body: Parameters<typeof listener>[0]): void => listener(body);
    ipcRenderer.on(event, hear);
    return () => void ipcRenderer.removeListener(event, hear);
  },
};

contextBridge.exposeInMainWorld('plumbline', bridge);
