// What can be wrong with a picture file, and what is worth a remark, in sentences for its author.
// Permanent names; build/pictures.ts makes findings of them, with the article and the line.

/** Left out: the page stands without the picture. `%` is the name as the author wrote it. */
export const faults = {
  empty: ['The picture "%" is an empty file; it is left out.', 'Copy the file again.'],
  folder: ['"%" is a folder, not a picture; it is left out.', 'Name the file itself.'],
  'not-a-picture': [
    'The file "%" holds no picture that can be read; it is left out.',
    'Save it as JPEG, PNG, WebP, AVIF, GIF or SVG.',
  ],
  'cut-off': ['The picture "%" is cut off or damaged; it is left out.', 'Copy the file again from where it came.'],
  heic: ['The picture "%" is in the HEIC format, which browsers do not show; it is left out.', 'Save it as JPEG.'],
  'too-large': [
    'The picture "%" has too many pixels; it is left out.',
    'Make it smaller: at most 20,000 pixels a side and 120 million in all.',
  ],
  'too-heavy': ['The picture "%" is larger than 100 MB; it is left out.', 'Save it smaller.'],
  'unsafe-svg': [
    'The drawing "%" holds a script, a link to elsewhere, or foreign markup; it is left out.',
    'Export it as "plain SVG", or save it as PNG.',
  ],
  crash: [
    'The program that reads pictures failed on "%"; it is left out.',
    'Open it in a picture editor and save it again.',
  ],
  unreadable: ['The picture "%" could not be read; it is left out.', 'Look at the permissions of the file.'],
} as const satisfies Record<string, readonly [string, string]>;

export type PictureFault = keyof typeof faults;

/** Shown, but look at it. */
export const remarks = {
  'wrong-ending': [
    'The file "%" has the ending of another format; the picture is shown all the same.',
    'Rename it, so that other programs know what it is.',
  ],
  cmyk: [
    'The picture "%" is in colours for print (CMYK); it is shown in colours for screens, which may differ.',
    'Export it in sRGB.',
  ],
  animated: [
    'The picture "%" moves; it is copied as it is, in one size, and readers cannot stop it.',
    'Keep it below five seconds, or publish a film.',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type PictureRemark = keyof typeof remarks;
