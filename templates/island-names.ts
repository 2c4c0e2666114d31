// The islands of the theme: `islands/<name>.ts` each. A page can name no other, for that would not compile.

/** Every island; `page` stands on all pages. */
export const islandNames = ['page', 'article', 'comments', 'search', 'keep', 'lists', 'offline'] as const;

export type IslandName = (typeof islandNames)[number];
