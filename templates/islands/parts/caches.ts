// The caches in which pages and their files are kept on the reader's device, and how many answers each holds.

/** The oldest answer goes when there are more. */
export const rooms = { pages: 60, data: 80, files: 40, pictures: 120, saved: 150 } as const;

export type Room = keyof typeof rooms;

/** The cache of a room. */
export const nameOf = (room: Room): string => `depeche-${room}`;
