// Everything the page may ask of Electron main, and what main may tell the page. The page cannot pass a path.
import { z } from 'zod';
import { sha256 } from '../../domain/records/media.ts';
import { spaceId } from '../../domain/kernel/ids.ts';
import { COMPARISONS } from '../../domain/search/question.ts';
import { readPage } from '../../domain/records/media.ts';
import { questionBody, webAddress } from '../../domain/records/research.ts';
import { accountView, signInRequest, signUpRequest } from '../account/account.ts';
import { failure } from '../failures.ts';
import { lookedPage, researchChoice, researchStatus } from './research.ts';
import { modelAnswer, modelChoice, modelRequest, modelSettings } from './model.ts';
import { entryToSign, ownKey, signedEntry, textsToVerify, verifiedTexts } from './sign.ts';
import { searchReply } from '../research/search.ts';
import { ocrPage, pagePart } from './ocr-page.ts';

const done = z.object({ ok: z.literal(true), value: z.null() });
const failed = z.object({ ok: z.literal(false), error: failure });
const nothing = z.object({});
const bytes = z.instanceof(Uint8Array);
/** A Result of `value`, as it crosses the bridge. */
const resultOf = <T extends z.ZodType>(
  value: T,
): z.ZodUnion<[z.ZodObject<{ ok: z.ZodLiteral<true>; value: T }>, typeof failed]> =>
  z.union([z.object({ ok: z.literal(true), value }), failed]);
const doneOrFailed = z.union([done, failed]);

export const vaultMode = z.enum(['keyring', 'passphrase', 'none']);
/** `new` nothing chosen yet; `locked` a passphrase or recovery code is needed; `open` the data can be read; `damaged` the keys can't be. */
export const vaultStatus = z.object({
  state: z.enum(['new', 'locked', 'open', 'damaged']),
  mode: vaultMode.nullable(),
  keyring: z.boolean(),
  reason: z.enum(['passphrase', 'keyring-lost']).nullable(),
});
export const importedBlob = z.object({ sha: sha256, bytes: z.int().positive(), mime: z.string() });
export const sessionStatus = z.object({
  server: z.string().nullable(),
  suggestedServer: z.string().nullable(),
  account: accountView.nullable(),
});
/** One searchable thing. `title` weighs more than `text`. Everything is plain text. */
export const searchDoc = z.object({
  key: z.string(),
  space: z.string(),
  journey: z.string(),
  type: z.string(),
  title: z.string(),
  text: z.string(),
  at: z.int(),
  /** Key of what it hangs on; '' when it hangs on nothing. */
  parent: z.string(),
  /** Keys of further steps that it is at, besides its parent. */
  steps: z.array(z.string()).max(50).optional(),
  /** Person id of who made it. */
  by: z.string(),
  /** What kind of paper it is the text of; '' for what is none, and for one that has become a record of its own. */
  kind: z.string().max(20),
  /** Who is paid; '' where that is not known. */
  vendor: z.string(),
  /** The day it is about, `YYYY-MM-DD`: a cost's, a photo's, else when it was written down. */
  day: z.string().max(10),
  /** In whole units of its currency; null when it is not about money. */
  amount: z.number().nullable(),
});
/**
 * What a hit must be besides holding the words; null when it does not matter. `types` and `kinds` (of papers): any of either. `step`:
 * a step whose name holds these words, or at one. `by`: made by one of these.
 */
export const searchFilters = z.object({
  types: z.array(z.string()).max(20),
  kinds: z.array(z.string()).max(20),
  step: z.string().max(200).nullable(),
  by: z.array(z.string()).max(500).nullable(),
  from: z.string().max(10).nullable(),
  until: z.string().max(10).nullable(),
  amounts: z.array(z.object({ comparison: z.enum(COMPARISONS), value: z.number() })).max(10),
});
export type SearchFilters = z.infer<typeof searchFilters>;
/** `title` and `snippet` mark hits (domain/search/hit-marks.ts), to be shown highlighted, never as HTML. */
export const searchHit = z.object({
  key: z.string(),
  space: z.string(),
  journey: z.string(),
  type: z.string(),
  title: z.string(),
  snippet: z.string(),
  at: z.int(),
});
/** Why a thing is related: what it says, who is paid, the same amount, or the same step. */
export const relatedHit = searchHit.extend({ why: z.array(z.enum(['words', 'vendor', 'amount', 'step'])) });
export type RelatedHit = z.infer<typeof relatedHit>;
export type SearchDoc = z.infer<typeof searchDoc>;
export type SearchHit = z.infer<typeof searchHit>;

export const channels = {
  'app.info': {
    args: nothing,
    reply: z.object({ version: z.string(), electron: z.string(), platform: z.string(), standIn: z.boolean() }),
  },
  /** Bytes that can still be written where the data lies; null where the system does not say. */
  'app.diskRoom': { args: nothing, reply: z.object({ bytes: z.number().nullable() }) },
  // Keys at rest
  'vault.status': { args: nothing, reply: vaultStatus },
  /** Makes keys but keeps nothing on disk yet; answers the recovery code to show (null when unencrypted). */
  'vault.prepare': {
    args: z.object({ mode: vaultMode, passphrase: z.string().max(1_000).nullable() }),
    reply: resultOf(z.object({ recoveryCode: z.string().nullable() })),
  },
  /** The person has kept the code: keys are written and the vault is open. */
  'vault.commit': { args: nothing, reply: doneOrFailed },
  'vault.unlock': {
    args: z.object({ passphrase: z.string().max(1_000).nullable(), recoveryCode: z.string().max(200).nullable() }),
    reply: resultOf(vaultStatus),
  },
  /** The key for record bodies and previews (32 bytes), null when unencrypted. Only while open. */
  'vault.pageKey': { args: nothing, reply: resultOf(bytes.nullable()) },
  // Originals. Read them at plumbline-blob://<sha>
  'blob.begin': {
    args: z.object({ name: z.string().max(300), bytes: z.int().nonnegative() }),
    reply: resultOf(z.object({ id: z.string() })),
  },
  'blob.append': { args: z.object({ id: z.string(), chunk: bytes }), reply: doneOrFailed },
  /** Sniffs the content, fsyncs, renames into place. What can't be shown is refused here. */
  'blob.finish': { args: z.object({ id: z.string() }), reply: resultOf(importedBlob) },
  'blob.cancel': { args: z.object({ id: z.string() }), reply: doneOrFailed },
  'blob.has': { args: z.object({ shas: z.array(sha256).max(5_000) }), reply: z.object({ have: z.array(sha256) }) },
  'blob.remove': { args: z.object({ shas: z.array(sha256).max(5_000) }), reply: doneOrFailed },
  /** Resumable transfer with the session's server; progress comes as the `blob.progress` event. */
  /** `from`: another space in which the server is known to hold it. */
  'blob.upload': {
    args: z.object({ space: spaceId, sha: sha256, from: spaceId.nullable().optional() }),
    reply: doneOrFailed,
  },
  'blob.download': { args: z.object({ space: spaceId, sha: sha256 }), reply: doneOrFailed },
  /** Ends all transfers after the chunk that is under way; they answer BlobHeld and go on from there when asked for again. */
  'blob.halt': { args: nothing, reply: doneOrFailed },
  /** Removes an original that the server proves to hold; answers the bytes freed. Nothing is removed without the proof. */
  'blob.free': { args: z.object({ space: spaceId, sha: sha256 }), reply: resultOf(z.object({ bytes: z.int() })) },
  // Reading
  /** `image` is an encoded picture (PGM, PNG or JPEG), already upright; boxes come in its px. */
  'ocr.read': {
    /**
     * `language`: what it is read as first; where its words are of another one, as that. `lined`: lines of text stand out on it,
     * so that it is read the other way up as well when nothing sure comes of it. `parts`: together the whole page, from top to bottom.
     */
    args: z.object({
      job: z.string().max(80),
      image: bytes,
      language: z.string().max(20),
      lined: z.boolean().optional(),
      parts: z.array(pagePart).max(20).optional(),
    }),
    /** `turned` is 180 where the picture stood on its head; its boxes are of the upright one. */
    reply: resultOf(ocrPage),
  },
  /** The words of a Word, Excel, e-mail or text file, laid out on pages; how many files an e-mail carries. */
  'paper.extract': {
    args: z.object({ sha: sha256, mime: z.string().max(100) }),
    reply: resultOf(z.object({ pages: z.array(readPage), title: z.string(), attachments: z.int() })),
  },
  'paper.attachments': {
    args: z.object({ sha: sha256, mime: z.string().max(100) }),
    /** `leftOut` counts those beyond what one e-mail may bring in. */
    reply: resultOf(z.object({ files: z.array(z.object({ name: z.string(), bytes })), leftOut: z.int() })),
  },
  'ocr.cancel': { args: z.object({ job: z.string().max(80) }), reply: doneOrFailed },
  // Search
  'search.put': { args: z.object({ docs: z.array(searchDoc).max(500) }), reply: doneOrFailed },
  'search.remove': {
    args: z.object({
      /** Not to be found as long as it is so: in the trash, or shown as a wider copy. */
      keys: z.array(z.string()).max(5_000),
      /** Those of them that lie in the trash: neither is what hangs on them found. */
      trashed: z.array(z.string()).max(5_000),
      /** Removed, also with a space that was left: nothing of it stays in the index's file. */
      forever: z.array(z.string()).max(5_000),
    }),
    reply: doneOrFailed,
  },
  /** Forgets everything, to be filled anew. */
  'search.clear': { args: nothing, reply: doneOrFailed },
  'search.query': {
    args: z.object({
      /** Words and "phrases"; '' asks for whatever the filters leave, newest first. */
      text: z.string().max(500),
      journey: z.string().max(80).nullable(),
      filters: searchFilters.optional(),
      limit: z.int().min(1).max(200),
    }),
    reply: resultOf(z.array(searchHit)),
  },
  /** Papers, quotes and costs like any of these, best first, in every journey but those of `without`; what a paper's text says counts as the paper's. */
  'search.related': {
    args: z.object({
      keys: z.array(z.string()).max(10),
      limit: z.int().min(1).max(50),
      without: z.array(z.string()).max(10).optional(),
    }),
    reply: resultOf(z.array(relatedHit)),
  },
  /** How many things the index holds, so the page can tell when it has to be filled again. */
  'search.count': { args: nothing, reply: resultOf(z.int()) },
  // Research
  'research.status': { args: nothing, reply: resultOf(researchStatus) },
  'research.choose': {
    args: researchChoice,
    reply: resultOf(researchStatus),
  },
  /** Asks the provider straight from this device. */
  'research.search': { args: z.object({ text: questionBody.shape.text }), reply: resultOf(searchReply) },
  /** Fetches a page from the public web and reads it in a process of its own. */
  'research.page': { args: z.object({ url: webAddress }), reply: resultOf(lookedPage) },
  /** Opens a page in the person's own browser. */
  'research.open': { args: z.object({ url: webAddress }), reply: doneOrFailed },
  // Server session: the token never leaves main
  'session.status': { args: nothing, reply: sessionStatus },
  'session.signUp': {
    args: signUpRequest.omit({ key: true }).extend({ server: z.string().max(500) }),
    reply: resultOf(accountView),
  },
  'session.signIn': {
    args: signInRequest.omit({ key: true }).extend({ server: z.string().max(500) }),
    reply: resultOf(accountView),
  },
  'session.signOut': { args: nothing, reply: doneOrFailed },
  // Signatures: the key never leaves main, and signs nothing but what main has put into words itself
  'sign.key': { args: nothing, reply: resultOf(ownKey) },
  'sign.entry': { args: entryToSign, reply: resultOf(signedEntry) },
  'sign.verify': { args: textsToVerify, reply: verifiedTexts },
  // A language model that the person chose: its key never leaves main
  'model.settings': { args: nothing, reply: resultOf(modelSettings) },
  /** Refuses an address that a key or a household's words must not go to in the clear. */
  'model.choose': { args: modelChoice, reply: resultOf(modelSettings) },
  /** Answers when all is said; until then its words come as `model.text`. */
  'model.ask': { args: modelRequest, reply: resultOf(modelAnswer) },
  'model.stop': { args: z.object({ job: z.string().max(80) }), reply: doneOrFailed },
  // The desk
  /** The page has written what it held: its window may go. Asked of it by `app.closing`. */
  'app.leave': { args: nothing, reply: doneOrFailed },
  /** Asks where to keep a file the page made; false when the person cancelled. */
  'file.save': {
    args: z.object({ name: z.string().max(200), bytes }),
    reply: resultOf(z.object({ saved: z.boolean() })),
  },
  /** Shows words on the desktop, as plain text; a press on them comes back as `notice.opened` with the id. */
  'notice.show': {
    args: z.object({ id: z.string().max(80), title: z.string().min(1).max(400), body: z.string().max(400) }),
    reply: doneOrFailed,
  },
  'log.write': {
    args: z.object({
      level: z.enum(['error', 'warn', 'info']),
      code: z.string().max(80),
      detail: z.string().max(2_000),
    }),
    reply: doneOrFailed,
  },
  'log.open': { args: nothing, reply: doneOrFailed },
  'log.export': { args: nothing, reply: resultOf(z.object({ saved: z.boolean() })) },
  /** Moves a database that cannot be read aside, keeping it, so that the app can start. The page reloads. */
  'data.setAside': { args: nothing, reply: doneOrFailed },
} as const;

export type Channel = keyof typeof channels;
export type ChannelArgs<C extends Channel> = z.input<(typeof channels)[C]['args']>;
export type ChannelReply<C extends Channel> = z.output<(typeof channels)[C]['reply']>;

/** What main tells the page without being asked. */
export const mainEvents = {
  'blob.progress': z.object({
    sha: sha256,
    space: z.string(),
    direction: z.enum(['up', 'down']),
    done: z.int(),
    total: z.int(),
  }),
  /** More words of an answer that is being given. */
  'model.text': z.object({ job: z.string(), text: z.string() }),
  /** The computer woke, or the network came back: try the server now. */
  'app.awake': z.object({}),
  /** The window is about to go: what waits is to be written now, and `app.leave` asked. */
  'app.closing': z.object({}),
  /** What was shown on the desktop was pressed. */
  'notice.opened': z.object({ id: z.string() }),
  /** A second start of the app, a deep link: `plumbline:join/CODE?server=ADDRESS`. */
  'app.join': z.object({ code: z.string().max(40), server: z.string().max(300).nullable() }),
} as const;
export type MainEvent = keyof typeof mainEvents;
export type MainEventBody<E extends MainEvent> = z.output<(typeof mainEvents)[E]>;

/** `window.plumbline`, made by the preload: two functions and nothing else. */
export interface Bridge {
  readonly ask: <C extends Channel>(channel: C, args: ChannelArgs<C>) => Promise<ChannelReply<C>>;
  readonly on: <E extends MainEvent>(event: E, listener: (body: MainEventBody<E>) => void) => () => void;
}
