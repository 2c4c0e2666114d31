// The number behind `/assets/site.css?v=`. Raise it by hand when a visitor must not see an old stylesheet.
// It is no digest on purpose: a changed colour would otherwise redraw every page of the site.

/** Version of the stylesheet's address; a whole number that only grows. */
export const styleVersion = 1;
