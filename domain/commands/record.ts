// To the trash and back, for any record a person can make.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { edited, findAny } from './changes.ts';
import { defineCommand } from './command.ts';

export const recordTrash = defineCommand({
  name: 'record.trash',
  input: z.object({ key: recordKey }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key }, { at }) => {
    const found = findAny(reads, key);
    if (!found.ok) return found;
    // History is nobody's to throw away.
    if (found.value.type === 'event') return err({ type: 'NotAllowed', detail: 'an event cannot be trashed' });
    return ok(found.value.trashedAt === 0 ? edited(found.value, { trashedAt: at }) : []);
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
