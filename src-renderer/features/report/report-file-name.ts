// What the report's file is called.

/** "Kitchen, 2026-11-22.pdf"; characters that a file system refuses become spaces. */
export const reportFileName = (journey: string, today: string): string => {
  const name = journey
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return `${name === '' ? 'Plumbline' : name}, ${today}.pdf`;
};
