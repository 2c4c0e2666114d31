// The command line: what is understood, and what is said of what is not.

import { describe, expect, test } from 'vitest';
import { readOptions, usage, WrongUsage } from './options.ts';

const read = (...args: string[]) => readOptions(args, '/paper', '/home/anne');

test('without options everything lies in the project’s folder', () => {
  expect(read('build')).toMatchObject({
    command: 'build',
    content: '/paper/content',
    templates: '/paper/templates',
    out: '/paper/_site',
    cache: '/paper/.cache',
    at: null,
    search: 'changed',
    allowLost: false,
    why: null,
    strict: false,
    json: false,
    releases: null,
    to: null,
    wait: 60_000,
    format: 'text',
    port: 8080,
    words: [],
    section: null,
  });
});

test('paths count from where the command was typed', () => {
  expect(read('build', '--out', '../site', '--content=x/y')).toMatchObject({
    out: '/home/site',
    content: '/home/anne/x/y',
  });
});

test('releases are kept by number, and at least two of them', () => {
  expect(read('build', '--releases').releases).toBe(3);
  expect(read('build', '--releases', '--keep', '10').releases).toBe(10);
  expect(() => read('build', '--releases', '--keep', '1')).toThrow('2 or more');
  expect(() => read('build', '--keep', '5')).toThrow('--releases');
  expect(read('rollback', '--to', '7')).toMatchObject({ command: 'rollback', to: 7 });
});

test('an instant is read with its offset, and without one as UTC', () => {
  expect(read('build', '--at', '2026-03-05T08:00:00+01:00').at).toBe(Date.parse('2026-03-05T07:00:00Z'));
  expect(read('build', '--at', '2019-01-01T00:00:00Z').at).toBe(Date.parse('2019-01-01T00:00:00Z'));
});

test('the title of a new article may come in one word or several', () => {
  expect(read('new', 'Une crue', 'à Lyon', '--section', 'monde')).toMatchObject({
    words: ['Une crue', 'à Lyon'],
    section: 'monde',
  });
});

test('help and version are commands of their own, whatever else stands there', () => {
  expect(read('--help').command).toBe('help');
  expect(read('build', '-h').command).toBe('help');
  expect(read('help').command).toBe('help');
  expect(read('--version').command).toBe('version');
  expect(usage).toContain('--allow-lost');
});

describe('wrong usage is told in a sentence', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['no command', [], 'Which command?'],
    ['a command that does not exist', ['biuld'], 'There is no command "biuld".'],
    ['the name of an inherited property', ['toString'], 'There is no command "toString".'],
    ['an option that does not exist', ['build', '--ouput', 'x'], '--ouput'],
    ['an option of another command', ['check', '--out', 'x'], 'check takes no --out.'],
    ['one word too many', ['build', 'content'], '"content" is one word too many.'],
    ['an option without its value', ['build', '--out'], '--out'],
    ['an empty folder name', ['build', '--out', ''], '--out wants a folder.'],
    ['an instant that does not exist', ['build', '--at', '2026-02-30'], '--at wants an instant'],
    ['an instant that is a word', ['build', '--at', 'demain'], 'not "demain"'],
    ['a format that does not exist', ['check', '--format', 'xml'], '--format is one of text, json, github'],
    ['a search that does not exist', ['build', '--search', 'on'], '--search is one of off, changed, all'],
    ['a wait that is no number', ['build', '--wait', '1m'], '--wait wants a whole number'],
    ['a negative wait', ['build', '--wait=-1'], '--wait wants a whole number'],
    ['a port that does not exist', ['serve', '--port', '70000'], 'up to 65535'],
    ['a new article without a title', ['new'], 'new wants a title'],
    ['a title of spaces', ['new', '  '], 'new wants a title'],
  ])('%s', (_, args, sentence) => {
    expect(() => read(...args)).toThrow(WrongUsage);
    expect(() => read(...args)).toThrow(sentence);
  });
});
