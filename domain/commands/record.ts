// To the trash and back, for any record a person can make.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { edited, findAny } from './changes.ts';
import { defineCommand, type Change } from './command.ts';

const NEVER_TRASHED: ReadonlySet<string> = new Set(['event', 'approval', 'person']);

export const recordTrash = defineCommand({
  name: 'record.trash',
  /** `also`: what goes with it in the same deed, the further pages of a photographed paper. */
  input: z.object({ key: recordKey, also: z.array(recordKey).optional() }),
  needs: ({ key, also = [] }) => [key, ...also].map((each) => ({ key: each })),
  plan: (reads, { key, also = [] }, { at }) => {
    const changes: Change[] = [];
    for (const each of [key, ...also]) {
      const found = findAny(reads, each);
      if (!found.ok) return found;
      // History is nobody's to throw away, nor is who somebody is.
      if (NEVER_TRASHED.has(found.value.type))
        return err({ type: 'NotAllowed', detail: `no ${found.value.type} can be trashed` });
      if (found.value.trashedAt === 0) changes.push(...edited(found.value, { trashedAt: at }));
    }
    return ok(changes);
  },
});

export const recordRestore = defineCommand({
  name: 'record.restore',
  input: z.object({ key: recordKey }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key }) => {
    const found = findAny(reads, key);
    if (!found.ok) return found;
    // What a copy had taken over stands for itself again.
    const body = typeof found.value.body['mergedInto'] === 'string' ? { mergedInto: null } : {};
    return ok(edited(found.value, { trashedAt: 0, body }));
  },
});
