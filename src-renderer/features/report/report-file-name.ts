// What the report's file is called.

/** "Kitchen, 2026-11-22.pdf"; what a file system refuses becomes a space, and so does what turns the reading of a name round. */
export const reportFileName = (journey: string, today: string): string => {
  const name = journey
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Bidi_Control}\p{Cs}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return `${name === '' ? 'Plumbline' : name}, ${today}.pdf`;
};
