// The page's door to Electron main. A plain browser or a test puts its own bridge in the same place.
import type { Bridge } from '../../protocol/ipc/channels.ts';

declare global {
  interface Window {
    readonly plumbline: Bridge;
  }
}

export const desktop = (): Bridge => window.plumbline;
