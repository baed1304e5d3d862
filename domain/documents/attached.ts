// What an e-mail is, and how many files one may bring in along with itself.

/** The media type of an e-mail (RFC 5322), which is kept as a document. */
export const EMAIL_TYPE = 'message/rfc822';

/** Those of the e-mails that are attached to it counted in: no letter has more, and one that nests others could go on for ever. */
export const MOST_ATTACHMENTS = 200;
