// The script that `serve` adds to each page: it loads the page again after a build that changed it, and shows what a build
// found over the page, in a box of its own that the site's styles cannot reach. It is never part of the built site.
// The box can be closed (its button, or Escape), comes back with the next findings, and goes away when they are fixed.
/* global document, location, EventSource, CSSStyleSheet */

const styles = `
  :host { all: initial; position: fixed; inset: auto 1rem 1rem; z-index: 2147483647; font: 15px/1.5 system-ui, sans-serif; }
  section { box-sizing: border-box; max-width: 60rem; max-height: 60vh; overflow: auto; margin: 0 auto; padding: .75rem 1rem;
    background: #1b1b1f; color: #f4f4f5; border: 1px solid #71717a; border-left: 6px solid #ff8f8f; border-radius: 4px; }
  section.warnings { border-left-color: #f5c542; }
  header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
  h2 { margin: 0; font-size: 1rem; } ol { margin: .5rem 0 0; padding: 0; list-style: none; }
  li { padding: .5rem 0; border-top: 1px solid #3f3f46; } p { margin: 0; overflow-wrap: anywhere; }
  .place { font-family: monospace; color: #d4d4d8; } .hint { color: #d4d4d8; }
  pre { margin: .25rem 0; overflow: auto; font: 13px/1.4 monospace; }
  button { font: inherit; color: inherit; background: #3f3f46; border: 1px solid #a1a1aa; border-radius: 4px; padding: .25rem .75rem; min-height: 2rem; cursor: pointer; }
  button:focus-visible { outline: 3px solid #8ab4ff; outline-offset: 2px; }
  @media print { :host { display: none; } }`;
const make = (name, text, className = '') =>
  Object.assign(document.createElement(name), { textContent: text, className });
let host = null;
const hide = () => {
  host?.remove();
  host = null;
};
const count = (number, one) => `${number} ${one}${number === 1 ? '' : 's'}`;
const rowOf = (finding) => {
  const item = make('li', '');
  const place = [finding.file, finding.line, finding.column].filter((part) => part !== undefined).join(':');
  item.append(make('p', `${place}  ${finding.severity}  ${finding.code}`, 'place'));
  if (finding.text !== undefined) {
    const marks = '^'.repeat(Math.max(1, finding.length ?? 1));
    const from = finding.textFrom ?? 1;
    const before = from > 1 ? '…' : '';
    const indent = before.length + (finding.column ?? 0) - from;
    const caret = finding.column === undefined ? '' : `\n${' '.repeat(Math.max(0, indent))}${marks}`;
    item.append(make('pre', before + finding.text.replaceAll('\t', ' ') + caret));
  }
  item.append(make('p', finding.message));
  if (finding.hint) item.append(make('p', finding.hint, 'hint'));
  return item;
};
const show = ({ message, findings, errors, warnings }) => {
  hide();
  if (message === null && findings.length === 0) return;
  host = make('depeche-findings', '');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const more = errors + warnings - findings.length;
  const parts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')].filter(Boolean);
  const box = make('section', '', errors === 0 && message === null ? 'warnings' : '');
  box.setAttribute('role', 'region');
  box.setAttribute('aria-labelledby', 'title');
  box.lang = 'en';
  box.tabIndex = 0;
  const head = make('header', '');
  const title = make('h2', message === null ? parts.join(', ') : 'Not built');
  title.id = 'title';
  const close = make('button', 'Close');
  close.setAttribute('type', 'button');
  close.addEventListener('click', hide);
  head.append(title, close);
  const list = make('ol', '');
  list.setAttribute('role', 'list');
  list.append(...findings.map(rowOf));
  box.append(head);
  if (message !== null) box.append(make('p', message));
  box.append(list);
  if (more > 0) box.append(make('p', `${more} more at the terminal.`, 'hint'));
  root.append(box);
  document.body.append(host);
  // Told to those who do not see it; the words come after the place is there, or nobody hears them.
  const status = make('p', '');
  status.setAttribute('role', 'status');
  status.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
  root.append(status);
  setTimeout(() => (status.textContent = message ?? parts.join(', ')), 100);
};
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
});
const script = document.querySelector('script[data-build]');
let build = Number(script.dataset.build);
const pathOf = ({ pathname }) => {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
};
// A page is loaded again for itself, for the list that it takes from another file, and for styles, scripts and pictures;
// other pages are not its concern. At an address without a page, one may appear.
const isConcerned = (changed) => {
  const path = pathOf(location).replace(/\/$/, '');
  const fresh = document.querySelector('[data-fresh]')?.dataset.fresh;
  const own = new Set([script.dataset.file, path, `${path}/index.html`, fresh]);
  return changed === null || changed.some((file) => own.has(file) || !/\.(html|xml|json|txt)$/.test(file));
};
const hear = (event) => {
  const news = JSON.parse(event.data);
  // Another tree than the one that this page came from; who missed a build does not know what it changed.
  const isOther = news.build !== build;
  if (isOther && (news.build !== build + 1 || isConcerned(news.changed))) location.reload();
  else show(news);
  build = news.build;
};
// A browser has six connections for one server: a page that nobody looks at lets go of its own, and hears what it missed
// when it is looked at again.
let source = null;
const follow = () => {
  if (document.visibilityState === 'hidden') {
    source?.close();
    source = null;
  } else if (source === null) {
    source = new EventSource('/__depeche/events');
    source.addEventListener('news', hear);
  }
};
document.addEventListener('visibilitychange', follow);
follow();
