// The numbers behind `/assets/site.css?v=` and `/assets/islands/<name>.js?v=`. Raise them by hand when a visitor
// must not see an old stylesheet, or run an old script on a new page.
// They are no digests on purpose: a changed colour would otherwise redraw every page of the site.

/** Version of the stylesheet's address; a whole number that only grows. */
export const styleVersion = 2;

/** Version of the scripts' addresses; a whole number that only grows. */
export const islandVersion = 1;
