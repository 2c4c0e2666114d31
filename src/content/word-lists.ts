// Lists that were pasted from Word: paragraphs of the class `MsoListParagraph`, each with its bullet or number typed in
// front. They become the list that they were, before Markdown is read, so that facts and markup see the same.
// Paragraphs of that class without a bullet or number stay paragraphs: Word's authors use it to indent.
// Invariant: the number of lines stays, so that places of findings hold; the work is linear.

/** A paragraph that is an item. */
interface Item {
  readonly start: number;
  readonly end: number;
  /** 1 for the outermost list. */
  readonly level: number;
  /** Null: a bullet. */
  readonly number: number | null;
  readonly isNumbered: boolean;
  readonly content: string;
}

const opening = /<p\b[^<>]*\bMsoListParagraph[^<>]*>/gi;
const closing = /<\/p\s*>/gi;

/** What Word writes around a bullet: no text of the item. */
const around = /(?:\s|&nbsp;|\u00a0|<!--[^<>]*-->|<!\[[^\]<>]*\]>|<\/?(?:span|font|b|strong|o:p)\b[^<>]*>)*/y;
/** A mark that somebody typed: "M. Dupont" and "– Oui" begin a sentence. */
const typed = /(?:&middot;|&bull;|[·•▪■-]|(\d{1,3})[.)])/y;
/** Marks where Word says that there is one; letters are those of its symbol fonts, too. */
const said = /(?:&middot;|&bull;|[·•▪■§Øüo–-](?![.)])|(\d{1,3}|[a-z]{1,4})[.)])/iy;
const isSpace = /\s|&nbsp;|\u00a0/;
const emphasis = /<\/?(?:b|strong)\b[^<>]*>/gi;

/** A body with its lists from Word as lists of HTML; one without any is returned as it is. */
export function listsOfWord(text: string): string {
  if (!text.includes('MsoListParagraph')) return text;
  let result = '';
  let done = 0;
  for (const run of runsOf(text)) {
    const [first, last] = [run[0] as Item, run.at(-1) as Item];
    result += text.slice(done, first.start) + listOf(run, text);
    done = last.end;
  }
  return result + text.slice(done);
}

/** Items that follow each other with nothing between. */
function runsOf(text: string): Item[][] {
  const runs: Item[][] = [];
  let last = -1;
  let close: RegExpExecArray | null = null;
  for (const match of text.matchAll(opening)) {
    const start = match.index;
    if (start < last) continue;
    const inner = start + match[0].length;
    // Many that are not closed before the same end look for it once.
    if (close === null || close.index < inner) {
      closing.lastIndex = inner;
      close = closing.exec(text);
      if (close === null) break;
    }
    const item = itemOf(match[0], text.slice(inner, close.index));
    if (item === null) continue;
    const placed = { ...item, start, end: close.index + close[0].length };
    const run = runs.at(-1);
    if (run && text.slice(last, start).trim() === '') run.push(placed);
    else runs.push([placed]);
    last = placed.end;
  }
  return runs;
}

function itemOf(tag: string, content: string): Omit<Item, 'start' | 'end'> | null {
  const before = take(around, content, 0);
  const mark = /\bmso-list:/i.test(tag) || /mso-list:\s*ignore/i.test(before) ? said : typed;
  mark.lastIndex = before.length;
  const found = mark.exec(content);
  if (found === null) return null;
  const after = take(around, content, mark.lastIndex);
  if (!isSpace.test(after.replace(/<[^<>]*>/g, ''))) return null;
  const isNumbered = found[1] !== undefined;
  const number = isNumbered && /^\d/.test(found[1] as string) ? Number(found[1]) : null;
  const level = Number(/\bmso-list:[^;"']*\blevel(\d)/i.exec(tag)?.[1] ?? 1);
  const kept = (before + after).match(emphasis)?.join('') ?? '';
  // A line may end there, an empty one would end the list.
  const lineEnd = (tag + before + after).includes('\n') ? '\n' : '';
  const rest = content.slice(before.length + found[0].length + after.length);
  return { level: Math.max(level, 1), number, isNumbered, content: lineEnd + kept + rest.trimEnd() };
}

function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** The markup of a run; each item begins on the line on which it began. */
function listOf(run: readonly Item[], text: string): string {
  const open: { readonly tag: string; readonly level: number }[] = [];
  let markup = '';
  const close = (): void => {
    markup += `</li></${open.pop()?.tag as string}>`;
  };
  // Lines of the text that are not made yet.
  let owed = 0;
  let done = (run[0] as Item).start;
  const keepUp = (end: number): void => {
    owed += linesOf(text.slice(done, end));
    done = end;
    markup += '\n'.repeat(Math.max(0, owed));
    owed = Math.min(0, owed);
  };
  for (const item of run) {
    keepUp(item.start);
    const { level, number } = item;
    const tag = item.isNumbered ? 'ol' : 'ul';
    while (open.length > 0 && (open.at(-1)?.level as number) > level) close();
    if (open.at(-1)?.level === level && open.at(-1)?.tag !== tag) close();
    if (open.at(-1)?.level === level) markup += '</li>';
    else {
      open.push({ tag, level });
      markup += number === null || number === 1 ? `<${tag}>` : `<${tag} start="${number}">`;
    }
    markup += `<li>${item.content}`;
    owed -= linesOf(item.content);
  }
  while (open.length > 0) close();
  keepUp((run.at(-1) as Item).end);
  return markup;
}

const linesOf = (text: string): number => text.split('\n').length - 1;
