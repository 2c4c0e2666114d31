// A partner's film within the page, after a click and never before: the poster makes room for a player.
// Only hosts that the newspaper has named get here (the markup says so); a link to all others stays a link.

/** Turns the link to a film into a button that plays it in place. */
export function wireFilm(link: HTMLAnchorElement): void {
  const frame = link.closest<HTMLElement>('.film');
  if (frame === null) return;
  const button = document.createElement('button');
  button.setAttribute('type', 'button');
  button.className = link.className;
  button.append(...link.childNodes);
  const { href } = link;
  const player = link.dataset['plays'] === 'film' ? makeFilm : makeFrame;
  button.addEventListener('click', () => {
    const shown = player(href, button.textContent ?? '');
    frame.replaceChildren(shown);
    frame.classList.add('playing');
    shown.focus();
  });
  link.replaceWith(button);
}

function makeFilm(address: string, title: string): HTMLElement {
  const film = document.createElement('video');
  film.src = address;
  film.controls = true;
  film.autoplay = true;
  film.tabIndex = -1;
  film.setAttribute('aria-label', title);
  return film;
}

function makeFrame(address: string, title: string): HTMLElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.allow = 'autoplay; fullscreen; picture-in-picture';
  frame.referrerPolicy = 'strict-origin';
  // It can neither move this page nor read it; players need their own scripts and origin.
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation allow-popups');
  frame.src = address;
  return frame;
}
