// What an article does besides being read: fresh news below it, its age, sharing, a partner's film.
// Each needs only what stands in the markup; none of them depends on another.

import { tellAge } from './parts/age.ts';
import { wireFilm } from './parts/film.ts';
import { wireFresh } from './parts/fresh.ts';
import { wireShare } from './parts/share.ts';

const each = <T extends HTMLElement>(selector: string, wire: (element: T) => void): void => {
  for (const element of document.querySelectorAll<T>(selector)) wire(element);
};

each('[data-age]', (note) => tellAge(note, Date.now()));
each('[data-share]', wireShare);
each<HTMLAnchorElement>('[data-plays]', wireFilm);
each('[data-fresh]', wireFresh);
