// Finds an invitation's code among the arguments the app was started with: `plumbline:join/CODE`.

/** The code in capitals, or null. A command line may hold anything; only what looks like a code is let through. */
export const joinCodeIn = (args: readonly string[]): string | null => {
  for (const arg of args) {
    const found = /^plumbline:(?:\/\/)?join\/([A-Za-z0-9]{3,10}(?:-[A-Za-z0-9]{3,10}){0,5})\/?$/.exec(arg);
    if (found?.[1] !== undefined) return found[1].toUpperCase();
  }
  return null;
};
