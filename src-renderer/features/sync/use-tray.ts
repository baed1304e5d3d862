// The tray as the window shows it: what is in it, taking a thing out, and putting it back.
import { useCallback, useEffect, useState } from 'react';
import type { QueueJob } from '../../data/database-schema.ts';
import { useSession } from '../../sync/context.ts';
import { TRAY } from '../../sync/tray.ts';

interface TrayHold {
  readonly jobs: readonly QueueJob[];
  readonly take: (job: QueueJob) => Promise<void>;
  readonly putBack: (job: QueueJob) => Promise<void>;
}

export const useTray = (): TrayHold => {
  const { store, client } = useSession();
  const [jobs, setJobs] = useState<readonly QueueJob[]>([]);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const list = await store.queue.list(TRAY);
      setJobs(list);
      client.status.set({ inTray: list.length });
    };
    void read();
    return store.queue.watch(() => void read());
  }, [store, client]);
  return {
    jobs,
    take: useCallback((job) => store.queue.remove([job.id]), [store]),
    putBack: useCallback((job) => store.queue.put([job]), [store]),
  };
};
