// Markup that the theme drew, filled by a script: a copy of a `template`, in which `{name}` is replaced in texts and
// labels. Nothing that is filled in can become markup or an address.

/** Values by name. */
export type Filling = Readonly<Record<string, string | number>>;

/** A copy of `template#id` with its braces filled; the one element that it holds. */
export function stencil(id: string, filling: Filling): HTMLElement {
  const template = document.getElementById(id) as HTMLTemplateElement;
  const copy = document.importNode(template.content, true).firstElementChild as HTMLElement;
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeValue?.includes('{')) node.nodeValue = fill(node.nodeValue, filling);
  }
  for (const element of [copy, ...copy.querySelectorAll('[aria-label]')]) {
    const label = element.getAttribute('aria-label');
    if (label?.includes('{')) element.setAttribute('aria-label', fill(label, filling));
  }
  return copy;
}

/** A sentence with its braces filled. */
export function fill(text: string, filling: Filling): string {
  return text.replace(/\{([a-z]+)\}/g, (all, name: string) => String(filling[name] ?? all));
}

/** A sentence of the page by its name: the text of `[data-say=name]` in `template#d_sentences`. */
export function sentence(name: string, filling: Filling = {}): string {
  const template = document.getElementById('d_sentences') as HTMLTemplateElement | null;
  return fill(template?.content.querySelector(`[data-say="${name}"]`)?.textContent ?? '', filling);
}

/** An instant as this site writes it for people: the time that stood on the newsroom's clock. */
export function spellInstant(iso: string): string {
  const hasTime = iso.includes('T');
  const clock = new Date(hasTime ? `${iso.slice(0, 19)}Z` : `${iso}T00:00:00Z`);
  if (Number.isNaN(clock.getTime())) return '';
  const lang = document.documentElement.lang || 'fr';
  return new Intl.DateTimeFormat(lang, {
    dateStyle: 'long',
    ...(hasTime ? { timeStyle: 'short' as const } : {}),
    timeZone: 'UTC',
  }).format(clock);
}
