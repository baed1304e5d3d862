// Draws lines of text as a PNG, for tests that read pictures.
import sharp from 'sharp';

export const textPicture = (lines: readonly string[]): Promise<Buffer> => {
  const rows = lines.map(
    (line, i) =>
      `<text x="60" y="${110 + i * 100}" font-size="48" font-family="DejaVu Sans, sans-serif">${line}</text>`,
  );
  const height = 120 + lines.length * 100;
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="${height}"><rect width="100%" height="100%" fill="white"/>${rows.join('')}</svg>`,
    ),
  )
    .png()
    .toBuffer();
};
