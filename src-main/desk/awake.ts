// Tells when the computer is awake again: then the page tries its server at once instead of waiting for its next turn.

/** As much of Electron's powerMonitor as it takes. */
interface PowerEvents {
  on(event: 'resume', listener: () => void): unknown;
  on(event: 'unlock-screen', listener: () => void): unknown;
}

export const onAwake = (power: PowerEvents, tell: () => void): void => {
  power.on('resume', tell);
  power.on('unlock-screen', tell);
};
