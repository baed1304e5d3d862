// Every failure a person can meet: its code, a sentence, and what to do about it. The window's words come from here.
import { z } from 'zod';

export interface FailureText {
  readonly sentence: string;
  readonly remedy: string;
}

export const FAILURES = {
  // Commands
  RecordNotFound: {
    sentence: 'This is no longer here.',
    remedy: 'It may have been removed on another device. Go back and look again.',
  },
  RecordTrashed: { sentence: 'This is in the trash.', remedy: 'Restore it first.' },
  InputInvalid: { sentence: 'Some of what was entered does not fit.', remedy: 'Correct the marked fields.' },
  StepTransitionRefused: {
    sentence: 'The step is not in a state where that can be done.',
    remedy: 'Look at its state; it may have been changed on another device.',
  },
  DependencyCycle: { sentence: 'These steps would wait for each other.', remedy: 'Take one of the dependencies away.' },
  NotAllowed: { sentence: 'You may not change this.', remedy: 'Ask the owner of the journey.' },
  CurrencyMismatch: {
    sentence: 'The amounts are in different currencies.',
    remedy: 'Enter the amount in the journey’s currency.',
  },
  NothingToUndo: { sentence: 'There is nothing to undo.', remedy: 'Go on.' },
  ChangedSince: {
    sentence: 'It was changed again since, so undoing it would lose that.',
    remedy: 'Change it by hand.',
  },
  AlreadyThere: { sentence: 'That is already there.', remedy: 'Nothing needs to be done.' },
  SettledAlready: {
    sentence: 'Someone has settled this meanwhile.',
    remedy: 'Look at what stands now; it can still be changed.',
  },
  ProofMissing: {
    sentence: 'A photo of it is wanted before it is done.',
    remedy: 'Open the task and add the photos that its checklist asks for.',
  },
  ListFull: { sentence: 'This list is full.', remedy: 'Take something off it first.' },
  RecordTooLarge: {
    sentence: 'This is more than one entry can hold.',
    remedy: 'Make it shorter, or split it into several.',
  },
  NotProposed: {
    sentence: 'That is not what the assistant proposed.',
    remedy: 'Nothing was changed. Look at the proposal again, or say it anew.',
  },
  NoticesUnsupported: {
    sentence: 'This desktop shows no notifications.',
    remedy: 'What is new is marked with a dot in the window.',
  },
  // The language model
  ModelOff: { sentence: 'No language model is turned on.', remedy: 'Choose one in Settings, or go on without.' },
  ModelUnreachable: {
    sentence: 'The language model can’t be reached.',
    remedy: 'Without it the assistant goes on reading by itself. Look at its address in Settings.',
  },
  ModelRefused: {
    sentence: 'The language model refused the question.',
    remedy: 'Look at its key and the name of the model in Settings.',
  },
  ModelBusy: { sentence: 'The language model has too much to do.', remedy: 'Try again in a minute.' },
  ModelBroken: {
    sentence: 'The language model’s answer broke off or makes no sense.',
    remedy: 'Ask again; without it the assistant goes on reading by itself.',
  },
  ModelSilent: {
    sentence: 'The language model has not said anything for too long.',
    remedy: 'Ask again, or choose a smaller model.',
  },
  ModelStopped: { sentence: 'The answer was stopped.', remedy: 'Ask again when you like.' },
  // Files
  FileEmpty: { sentence: 'The file is empty.', remedy: 'Choose the file again, or copy it afresh from where it came.' },
  FileTooLarge: { sentence: 'The file is larger than 200 MB.', remedy: 'Save it smaller, or split it.' },
  FileKindUnknown: {
    sentence: 'This is no kind of file that Plumbline can show.',
    remedy: 'Add a JPEG, HEIC, PNG, WebP, AVIF, GIF, TIFF, PDF, Word, Excel, text or e-mail file.',
  },
  OfficeFileClosed: {
    sentence: 'This office file is of an old kind or protected by a password.',
    remedy: 'Save it as .docx or .xlsx without a password, or as a PDF, and add that.',
  },
  FileUnpacksTooLarge: {
    sentence: 'Unpacked, this file is far larger than any document.',
    remedy: 'It is kept as it is. Save it anew in the program it comes from, or as a PDF.',
  },
  ReadingTookTooLong: {
    sentence: 'Reading this file took too long.',
    remedy: 'It is kept as it is. Save it as a PDF and add that.',
  },
  FileTakesTooLong: {
    sentence: 'Opening this file took too long.',
    remedy: 'Save it anew in the program it comes from, or print it to a PDF, and add that.',
  },
  ScanTellsMore: {
    sentence: 'This scan holds more than its pages, perhaps where it was made, and that can’t be taken out of it.',
    remedy: 'Save it as a PDF, and show that.',
  },
  FileDamaged: { sentence: 'The file is damaged or cut short.', remedy: 'Copy it again from where it came.' },
  FileOutOfReach: {
    sentence: 'The file can no longer be read where it lies.',
    remedy: 'Connect the drive or stick that it is on, or open it once so that it is fetched, and try again.',
  },
  AttachmentsLeftOut: {
    sentence: 'The e-mail is here, but more is attached to it than is added at once.',
    remedy: 'Save what is missing from your mail program and add it.',
  },
  AttachmentsUnread: {
    sentence: 'The e-mail is here, but what is attached to it could not be taken out.',
    remedy: 'Save its attachments from your mail program and add them.',
  },
  PictureTooLarge: {
    sentence: 'The picture has more than 100 megapixels.',
    remedy: 'Save it smaller and add it again.',
  },
  PdfLocked: {
    sentence: 'The PDF is protected by a password.',
    remedy: 'Save a copy without the password and add that.',
  },
  ImportCancelled: { sentence: 'Adding was cancelled.', remedy: 'Add the file again when you like.' },
  BlobMissing: {
    sentence: 'The original is not on this device.',
    remedy: 'It is fetched as soon as a server that has it can be reached.',
  },
  BlobUnproven: {
    sentence: 'The server could not show that it holds the original.',
    remedy: 'It stays on this device.',
  },
  BlobHeld: {
    sentence: 'The original waits for a better connection.',
    remedy: 'It goes on when the limited connection is switched off.',
  },
  ServerReplaced: {
    sentence: 'The server was put back or replaced a short time ago.',
    remedy: 'Originals stay on this device until it has been the same for 30 days.',
  },
  BlobDamaged: { sentence: 'The original did not arrive whole.', remedy: 'It will be sent again.' },
  // Device
  DiskFull: { sentence: 'The disk is full; nothing was changed.', remedy: 'Free some space and try again.' },
  StorageFailed: {
    sentence: 'The local database could not be read or written.',
    remedy: 'Nothing was lost. Try again; if it persists, restart Plumbline.',
  },
  DatabaseDamaged: {
    sentence: 'The local database cannot be read.',
    remedy: 'It has been kept aside. Start afresh and fetch from the server, or ask for help with the log.',
  },
  KeysDamaged: {
    sentence: 'The file with this device’s keys cannot be read.',
    remedy:
      'Put keys.json back from a backup and start Plumbline again. Or start afresh: nothing is deleted, and the server brings back what was sent.',
  },
  VaultLocked: { sentence: 'The data on this device is locked.', remedy: 'Enter the passphrase or the recovery code.' },
  PassphraseWrong: { sentence: 'That passphrase does not open it.', remedy: 'Try again, or use the recovery code.' },
  RecoveryCodeWrong: {
    sentence: 'That recovery code does not open it.',
    remedy: 'Check each group of letters and try again.',
  },
  KeyringMissing: {
    sentence: 'This computer has no keyring that can keep a key.',
    remedy: 'Choose a passphrase, or go on without encryption.',
  },
  OcrFailed: { sentence: 'The text could not be read.', remedy: 'The picture is kept; reading can be tried again.' },
  // Server
  ServerUnreachable: {
    sentence: 'The server cannot be reached.',
    remedy: 'Everything works without it and is sent when it is back.',
  },
  ServerNonsense: {
    sentence: 'The server gave an answer that makes no sense.',
    remedy: 'Check the address; it may not be a Plumbline server.',
  },
  ServerSlow: { sentence: 'The server did not answer in time.', remedy: 'It will be tried again by itself.' },
  ServerBusy: { sentence: 'There were too many tries in a short time.', remedy: 'Wait a minute and try again.' },
  UpdateNeeded: {
    sentence: 'This version of Plumbline is too old for the server.',
    remedy: 'Update Plumbline; until then everything works on this device.',
  },
  ServerOutdated: {
    sentence: 'The server is older than this version of Plumbline needs.',
    remedy: 'Ask whoever runs the server to update it; until then everything works on this device.',
  },
  StoreChanged: {
    sentence: 'The server’s store is a new one.',
    remedy: 'Everything is compared and sent again by itself.',
  },
  Malformed: { sentence: 'The message was not understood.', remedy: 'Update Plumbline and try again.' },
  MessageTooLarge: {
    sentence: 'This is more than the server takes at once.',
    remedy: 'It is sent in smaller parts by itself.',
  },
  NotSignedIn: { sentence: 'You are not signed in.', remedy: 'Sign in; nothing on this device is lost.' },
  SignInWrong: { sentence: 'E-mail or password is wrong.', remedy: 'Check both and try again.' },
  EmailTaken: { sentence: 'There is already an account with this e-mail.', remedy: 'Sign in instead.' },
  PersonClaimed: {
    sentence: 'This device’s person already belongs to another account.',
    remedy: 'Sign in with that account.',
  },
  AccountOther: {
    sentence: 'This device holds another account’s journeys.',
    remedy: 'Sign in with that account, or use another device or system user.',
  },
  InviteUnknown: { sentence: 'There is no such invitation.', remedy: 'Check the code with the person who sent it.' },
  InviteExpired: { sentence: 'The invitation has expired.', remedy: 'Ask for a new one.' },
  InviteOtherRole: {
    sentence: 'You are on this journey already, in another role.',
    remedy: 'Ask to be taken off it first. The invitation stays good.',
  },
  InviteUsed: { sentence: 'The invitation has been used already.', remedy: 'Ask for a new one.' },
  CalendarUnknown: {
    sentence: 'There is no calendar at this address, or it was ended.',
    remedy: 'Make a new address on the journey’s calendar.',
  },
  // Research
  ResearchOff: {
    sentence: 'No search provider has been chosen.',
    remedy: 'Choose one in Settings. Until then a page can be saved by its address.',
  },
  ProviderRefused: {
    sentence: 'The search provider refused to answer.',
    remedy: 'Check its key in Settings. SearXNG must have the JSON format switched on.',
  },
  ProviderBusy: {
    sentence: 'The search provider takes no more questions just now.',
    remedy: 'It is asked again by itself after a while.',
  },
  ProviderNonsense: {
    sentence: 'The search provider gave an answer that makes no sense.',
    remedy: 'Check its address in Settings.',
  },
  ProviderSlow: { sentence: 'The search provider did not answer in time.', remedy: 'It is asked again by itself.' },
  ProviderUnreachable: {
    sentence: 'The search provider cannot be reached.',
    remedy: 'The question is kept and asked when it can be.',
  },
  PageRefused: {
    sentence: 'This address is not fetched.',
    remedy: 'Only pages on the public web can be kept, by http or https.',
  },
  PageUnreachable: { sentence: 'The page could not be fetched.', remedy: 'It is tried again when there is a network.' },
  PageGone: {
    sentence: 'There is no page at this address, or it is not shown to programs.',
    remedy: 'What was kept of it stays. Enter the price by hand, or open the page in the browser.',
  },
  PageNoText: {
    sentence: 'There is no text to keep at this address.',
    remedy: 'Save the file itself and add it as a document.',
  },
  PageTooLarge: {
    sentence: 'The page is larger than any text.',
    remedy: 'Save what matters of it as a PDF and add that.',
  },
  UnknownSpace: { sentence: 'The server does not know this journey.', remedy: 'It will be offered again by itself.' },
  Unexpected: {
    sentence: 'Something went wrong that should not have.',
    remedy: 'Nothing was lost. The log has the details; you can export it in Settings.',
  },
} as const satisfies Readonly<Record<string, FailureText>>;

export type FailureCode = keyof typeof FAILURES;

/** A failure on its way to a person. `fields` names what did not fit; `detail` is for the log and the message's blanks. */
export interface Failure {
  readonly type: FailureCode;
  readonly fields?: readonly string[] | undefined;
  readonly detail?: string | undefined;
}

export const isFailureCode = (code: unknown): code is FailureCode =>
  typeof code === 'string' && Object.hasOwn(FAILURES, code);

/** The same, checked where it comes in from outside. */
export const failure = z.object({
  type: z.custom<FailureCode>(isFailureCode),
  fields: z.array(z.string()).readonly().optional(),
  detail: z.string().optional(),
});

/** How a failure looks in an HTTP answer: `{ error: { type, fields?, detail? } }`. */
export interface FailureReply {
  readonly error: Failure;
}
