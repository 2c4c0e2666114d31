// Mistakes in stylesheets: each is told of its own file.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Theme } from '../view/types.ts';
import { failureSentence } from './failure.ts';
import { bundleStyles } from './styles.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-styles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const theme = { styles: ['one.css', 'two.css'] } as unknown as Theme;
const healthy = '@keyframes turn {\n  to { rotate: 1turn }\n}\n';

async function told(one: string, two: string): Promise<string> {
  writeFileSync(join(folder, 'one.css'), one);
  writeFileSync(join(folder, 'two.css'), two);
  return bundleStyles(folder, theme).then(
    (css) => `made: ${Buffer.from(css).toString()}`,
    (error: unknown) => failureSentence(error),
  );
}

test('sheets become one', async () => {
  expect(await told('p { color: #ff0000 }', healthy)).toBe('made: p{color:red}@keyframes turn{to{rotate:1turn}}');
});

test('a mistake has file, line and column', async () => {
  expect(await told('p { color: red }', `${healthy}a { b: c }\n} } @media ( {`)).toMatch(/ \(.*\/two\.css:5:15\)$/);
});

test('a block that is left open is told of its own sheet, not of the next one', async () => {
  expect(await told('p { color: red', healthy)).toBe(
    `A block of this stylesheet is not closed. (${join(folder, 'one.css')})`,
  );
});
