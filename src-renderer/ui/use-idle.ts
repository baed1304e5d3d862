// For what may come later: whether the window has drawn what is urgent.
import { useEffect, useState } from 'react';

/** It comes after this long also in a window that is never idle. */
const LATEST_MS = 1_000;

/** False at first, true once the window was idle for a moment. */
export const useIdle = (): boolean => {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const asked = requestIdleCallback(() => setIdle(true), { timeout: LATEST_MS });
    return () => cancelIdleCallback(asked);
  }, []);
  return isIdle;
};
