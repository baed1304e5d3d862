// What the page may ask about signatures: main makes and checks them, the page names what is said.
import { z } from 'zod';
import { personId, recordId, spaceId } from '../../domain/kernel/ids.ts';
import { approvalBody, deviceKey, entryId, said } from '../../domain/records/approval.ts';

/** What a person says, where and as whom. Main writes the text itself: the page can have nothing else signed. */
export const entryToSign = z.object({ space: spaceId, journey: recordId, by: personId, said });
export const signedEntry = z.object({ id: entryId, body: approvalBody });
export const ownKey = z.object({ key: deviceKey });

/** The longest text that is looked at; a longer one is not an entry of this build. */
export const MOST_SIGNED_CHARACTERS = 100_000;
/** One answer a text, in order. */
export const textsToVerify = z.object({
  texts: z
    .array(
      z.object({
        device: z.string().max(100),
        text: z.string().max(MOST_SIGNED_CHARACTERS),
        signature: z.string().max(200),
      }),
    )
    .max(500),
});
export const verifiedTexts = z.object({ signed: z.array(z.boolean()) });
