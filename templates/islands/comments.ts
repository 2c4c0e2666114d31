// Under an article: comments are sent in place, *Répondre* turns the form to a comment, *Signaler* opens a dialog.
// Without script the same form posts, and both are links to a form of the intake: this only saves the way there.
// Invariant: it has no word of its own, and puts in text only as text.

import type { Opening } from './parts/dialogs.ts';
import { sendInPlace } from './parts/send-in-place.ts';

const form = document.querySelector<HTMLFormElement>('.comments form.write');
const dialog = document.querySelector<HTMLDialogElement>('#d_report');
const report = dialog?.querySelector<HTMLFormElement>('form.write');

/** A link to a form of the intake as a button that knows what the link said. */
function buttonOf(link: HTMLAnchorElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.setAttribute('type', 'button');
  button.className = link.className;
  for (const [name, value] of new URL(link.href).searchParams) button.dataset[name] = value;
  button.append(...link.childNodes);
  link.replaceWith(button);
  return button;
}

function fill(form: HTMLFormElement, values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && value !== undefined) field.value = value;
  }
}

function authorOf(element: Element): string {
  return element.closest('.comment')?.querySelector('.signed bdi')?.textContent ?? '';
}

function readyThreadForm(form: HTMLFormElement): void {
  const text = form.elements.namedItem('text') as HTMLTextAreaElement;
  const note = form.querySelector<HTMLElement>('.replying');
  const sentence = note?.querySelector('span');
  const template = sentence?.textContent ?? '';
  let opener: HTMLElement | null = null;
  const answerArticle = (): void => {
    fill(form, { reply: '', page: form.dataset['page'] });
    if (note) note.hidden = true;
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.comments a.answer')) {
    const button = buttonOf(link);
    button.addEventListener('click', () => {
      opener = button;
      fill(form, { reply: button.dataset['reply'], page: button.dataset['page'] });
      if (sentence) sentence.textContent = template.replace('{name}', () => authorOf(button));
      if (note) note.hidden = false;
      text.focus();
    });
  }
  note?.querySelector('button')?.addEventListener('click', () => {
    answerArticle();
    (opener ?? text).focus();
  });
  sendInPlace(form, () => {
    text.value = '';
    answerArticle();
  });
}

/** Says above the report's fields which comment is meant. */
function quote(report: HTMLFormElement, opener: HTMLElement | null): void {
  const note = report.querySelector<HTMLElement>('.reported');
  const [name, words] = [note?.querySelector('bdi'), note?.querySelector('q')];
  const said = opener?.closest('.comment')?.querySelector<HTMLElement>('.said')?.innerText.replace(/\s+/g, ' ') ?? '';
  if (!note || !opener || !name || !words) return;
  note.hidden = said === '';
  name.textContent = authorOf(opener);
  words.textContent = said.length > 120 ? `${said.slice(0, 110).replace(/\s\S*$/, '')}…` : said;
}

function readyReports(dialog: HTMLDialogElement, report: HTMLFormElement): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.comments a.alert')) {
    const button = buttonOf(link);
    button.dataset['opens'] = dialog.id;
    button.setAttribute('aria-haspopup', 'dialog');
  }
  const fields = report.querySelector<HTMLElement>('.fields');
  // The dialog opens on what has to be chosen.
  const reason = report.elements.namedItem('reason');
  if (reason instanceof HTMLSelectElement) reason.autofocus = true;
  dialog.addEventListener('depeche:open', (event) => {
    const { opener } = (event as CustomEvent<Opening>).detail;
    const told = report.querySelector('.told');
    if (told) told.textContent = '';
    if (fields) fields.hidden = false;
    report.reset();
    quote(report, opener);
    fill(report, { comment: opener?.dataset['comment'], page: opener?.dataset['page'] });
  });
  sendInPlace(report, () => {
    // Nothing is left to fill in; Fermer is what comes next.
    if (fields) fields.hidden = true;
    dialog.querySelector<HTMLElement>('.top-row button')?.focus();
  });
}

if (form) readyThreadForm(form);
if (dialog && report) readyReports(dialog, report);
