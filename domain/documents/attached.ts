// How many files one e-mail may bring in along with itself.

/** Those of the e-mails that are attached to it counted in: no letter has more, and one that nests others could go on for ever. */
export const MOST_ATTACHMENTS = 200;
