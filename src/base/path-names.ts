// Names of files and folders that some system cannot hold, or that are not what they seem to be. Pure: it looks at the
// letters of a path and never at a disk.

const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** True for a name that Windows keeps for a device, whatever its ending. */
export function isDevice(name: string): boolean {
  return devices.test(name);
}

const unseen = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\\]/u;

/** True when a path holds letters that nobody sees, or that are not what they seem to be. Quick: it may be asked of every file. */
export function hidesLetters(path: string): boolean {
  return unseen.test(path);
}

/** What is wrong with a path of names and slashes. */
export interface NameFault {
  /** `hostile`: nobody can want it, and it must not be made; `foreign`: some systems cannot hold it. */
  readonly kind: 'hostile' | 'foreign';
  /** Ends the sentence "The name …". */
  readonly reason: string;
}

/** Looks at each part of a path; null when every system can hold it. */
export function nameFault(path: string): NameFault | null {
  const faults = path
    .split('/')
    .filter((part) => part !== '')
    .map(partFault);
  return faults.find((fault) => fault?.kind === 'hostile') ?? faults.find((fault) => fault !== null) ?? null;
}

function partFault(part: string): NameFault | null {
  if (part === '.' || part === '..') return { kind: 'hostile', reason: 'leads out of its folder' };
  if (/\p{Cc}/u.test(part)) return { kind: 'hostile', reason: 'holds control characters' };
  if (/[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(part)) {
    return { kind: 'hostile', reason: 'holds invisible characters, which make it look like another one' };
  }
  if (part.includes('\ufffd') || !part.isWellFormed()) return { kind: 'hostile', reason: 'is not UTF-8' };
  if (part.includes('\\')) return { kind: 'hostile', reason: 'holds a backslash' };
  if (Buffer.byteLength(part) > 255) return { kind: 'hostile', reason: 'is longer than 255 bytes' };
  if (/[<>:"|?*]/.test(part))
    return { kind: 'foreign', reason: 'holds one of < > : " | ? *, which Windows does not allow' };
  if (isDevice(part)) return { kind: 'foreign', reason: 'is a device on Windows' };
  if (/[. ]$/.test(part)) return { kind: 'foreign', reason: 'ends with a dot or a space, which Windows takes off' };
  return null;
}
