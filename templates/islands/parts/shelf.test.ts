// A reader's lists as data: what can be done to them, and what hostile data becomes.

import { describe, expect, test } from 'vitest';
import {
  addList,
  addSecurity,
  emptyShelf,
  forgetArticle,
  isArticlePath,
  isId,
  isSaved,
  mergeShelves,
  most,
  moveList,
  moveSecurity,
  readShelf,
  removeList,
  removeSecurity,
  renameList,
  saveArticle,
  type Shelf,
  takeBack,
  tidy,
} from './shelf.ts';
import { readShelfFile, renumber, writeShelfFile } from './shelf-file.ts';

const moderna = { id: 'moderna', name: 'Moderna' };
const scor = { id: 'scor', name: 'Scor' };
const story = { url: '/2026/03/05/crue.html', title: 'La crue', date: '2026-03-05T08:00:00+01:00' };
const two = [moderna, scor].reduce<Shelf>(
  (shelf, security) => addSecurity(shelf, 'a', security),
  addList(addList(emptyShelf, { id: 'a', name: 'Santé' }), { id: 'b', name: 'Paris' }),
);
const names = (shelf: Shelf): string[] => shelf.lists.map((list) => list.name);
const held = (shelf: Shelf): string[] => shelf.lists[0]?.securities.map(({ id }) => id) ?? [];
let next = 0;
const newId = (): string => `n${++next}`;

describe('lists', () => {
  test('are made, renamed, moved and removed', () => {
    expect(names(two)).toEqual(['Santé', 'Paris']);
    expect(names(renameList(two, 'a', '  Ma   santé '))).toEqual(['Ma santé', 'Paris']);
    expect(names(moveList(two, 'b', -1))).toEqual(['Paris', 'Santé']);
    expect(names(moveList(two, 'b', 1))).toEqual(['Santé', 'Paris']);
    expect(names(removeList(two, 'a'))).toEqual(['Paris']);
  });

  test('hold a security once, in the order that the reader gives', () => {
    expect(held(addSecurity(two, 'a', moderna))).toEqual(['moderna', 'scor']);
    expect(held(moveSecurity(two, 'a', { security: 'scor', by: -1 }))).toEqual(['scor', 'moderna']);
    expect(held(moveSecurity(two, 'a', { security: 'scor', by: 5 }))).toEqual(['moderna', 'scor']);
    expect(held(removeSecurity(two, 'a', 'moderna'))).toEqual(['scor']);
  });

  test('have no empty name, and no more than fits', () => {
    expect(addList(two, { id: 'c', name: ' \u202e\u0000 ' })).toBe(two);
    expect(renameList(two, 'a', '')).toBe(two);
    let many = emptyShelf;
    for (let i = 0; i < most.lists + 5; i++) many = addList(many, { id: `l${i}`, name: 'Liste' });
    expect(many.lists.length).toBe(most.lists);
    let full = addList(emptyShelf, { id: 'a', name: 'Liste' });
    for (let i = 0; i < most.securities + 5; i++) full = addSecurity(full, 'a', { id: `s${i}`, name: 'x' });
    expect(full.lists[0]?.securities.length).toBe(most.securities);
  });
});

test('articles are saved newest first, once, and forgotten', () => {
  const other = { ...story, url: '/2026/03/04/vent.html' };
  const saved = saveArticle(saveArticle(saveArticle(emptyShelf, story), other), story);
  expect(saved.saved.map(({ url }) => url)).toEqual([story.url, other.url]);
  expect(isSaved(saved, other.url)).toBe(true);
  expect(forgetArticle(saved, story.url).saved).toEqual([other]);
});

describe('a file', () => {
  test('gives back what was written', () => {
    const shelf = saveArticle(two, story);
    expect(readShelfFile(writeShelfFile(shelf))).toEqual(shelf);
  });

  test.each([
    ['too-big', 'x'.repeat(most.file + 1)],
    ['not-json', '{"format":"depeche-listes"'],
    ['not-json', 'Moderna;Scor'],
    ['not-lists', '[]'],
    ['not-lists', 'null'],
    ['not-lists', '{"version":1,"lists":[]}'],
    ['not-lists', '{"format":"depeche-listes","version":1}'],
    ['newer', '{"format":"depeche-listes","version":2,"lists":[]}'],
    ['empty', '{"format":"depeche-listes","version":1,"lists":[{"name":""}]}'],
  ])('is refused as %s: %.40s', (fault, text) => {
    expect(readShelfFile(text)).toBe(fault);
  });

  test('is added to what is there: lists of one name become one', () => {
    const file = renumber(
      {
        lists: [
          { id: 'a', name: 'Paris', securities: [scor] },
          { id: 'x', name: 'Neuve', securities: [moderna] },
        ],
        saved: [story],
      },
      newId,
    );
    const merged = mergeShelves(two, file);
    expect(names(merged)).toEqual(['Santé', 'Paris', 'Neuve']);
    expect(merged.lists[1]?.securities).toEqual([scor]);
    expect(merged.saved).toEqual([story]);
    expect(new Set(merged.lists.map(({ id }) => id)).size).toBe(3);
  });

  test('of fifty lists leaves no room for more, and loses none that was there', () => {
    const many: Shelf = {
      lists: Array.from({ length: 50 }, (_, i) => ({ id: `m${i}`, name: `M ${i}`, securities: [] })),
      saved: [],
    };
    expect(mergeShelves(two, many).lists.length).toBe(most.lists);
    expect(names(mergeShelves(two, many)).slice(0, 2)).toEqual(['Santé', 'Paris']);
  });
});

describe('taking a change back', () => {
  const saved = saveArticle(two, story);

  test('brings back what it took, in its place, and leaves what another tab did meanwhile', () => {
    const after = removeList(saved, 'a');
    expect(takeBack(after, saved, after)).toEqual(saved);
    const elsewhere = addList(addSecurity(after, 'b', scor), { id: 'c', name: 'Ailleurs' });
    const back = takeBack(elsewhere, saved, after);
    expect(names(back)).toEqual(['Santé', 'Paris', 'Ailleurs']);
    expect(back.lists[1]?.securities).toEqual([scor]);
    expect(names(takeBack(removeList(after, 'b'), saved, after))).toEqual(['Santé']);
  });

  test('gives a list its security again unless the list was changed elsewhere, and an article its place', () => {
    const after = removeSecurity(saved, 'a', 'moderna');
    expect(takeBack(after, saved, after)).toEqual(saved);
    const elsewhere = renameList(after, 'a', 'Autre');
    expect(names(takeBack(elsewhere, saved, after))).toEqual(['Autre', 'Paris']);
    const forgotten = forgetArticle(saved, story.url);
    expect(takeBack(forgotten, saved, forgotten)).toEqual(saved);
  });

  test('takes away what an import brought', () => {
    const file = renumber(
      {
        lists: [
          { id: 'a', name: 'Paris', securities: [scor] },
          { id: 'x', name: 'Neuve', securities: [] },
        ],
        saved: [story],
      },
      newId,
    );
    const after = mergeShelves(two, file);
    expect(takeBack(after, two, after)).toEqual(two);
  });
});

describe('hostile data', () => {
  const payloads = [
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '"><script>alert(1)</script>',
    '../../evil',
    '//evil.example/x.html',
    '/\\evil.example/x.html',
    'https://evil.example/x.html',
    '__proto__',
    'constructor',
    '\u202egnp.exe',
    '',
    'a'.repeat(5000),
  ];

  test.each(payloads)('is never an id or a path of ours: %.40s', (payload) => {
    if (payload !== '__proto__' && payload !== 'constructor') expect(isId(payload)).toBe(false);
    expect(isArticlePath(payload)).toBe(false);
  });

  test('leaves what can be read, and nothing else', () => {
    const shelf = readShelf({
      lists: [
        null,
        7,
        {
          id: '<b>',
          name: '<b>Gras</b>',
          securities: [{ id: '../x', name: 'x' }, { id: 'scor' }, 'moderna', { id: 'scor', name: 'Deux' }],
          evil: 1,
        },
        { id: 'b', name: { toString: 1 } },
      ],
      saved: [{ url: 'javascript:alert(1)', title: 'x' }, { ...story, date: '<time>', more: 1 }, story],
    });
    expect(shelf).toEqual({
      lists: [{ id: 'liste-2', name: '<b>Gras</b>', securities: [{ id: 'scor', name: 'scor' }] }],
      saved: [{ ...story, date: '' }],
    });
  });

  test.each([null, undefined, 3, 'x', [], {}, { lists: 'x' }])('that is no shelf is none: %j', (data) => {
    expect(readShelf(data)).toBe(null);
  });

  test('changes no prototype', () => {
    readShelf(JSON.parse('{"lists":[{"name":"x","__proto__":{"evil":1}}],"__proto__":{"evil":1}}'));
    expect(({} as Record<string, unknown>)['evil']).toBe(undefined);
  });

  test('has no unseen characters in names, and is cut between characters', () => {
    expect(tidy('Sa\u202en\u0007té\n2')).toBe('Sa n té 2');
    expect(tidy('😀'.repeat(100))).toBe('😀'.repeat(80));
  });
});
