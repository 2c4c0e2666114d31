// `npm run audit`: the budgets of the reader's page in one report: sizes, files written, Lighthouse, axe in light, dark
// and forced colours, validity. `-- --full` takes the median of five Lighthouse runs, `-- --quick` leaves Lighthouse out.
// Exit status 1 when a budget is broken.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';
import { projectRoot } from '../base/project-folder.ts';
import { measurePages } from './audit-lighthouse.ts';
import { type Measure, measureSizes } from './audit-sizes.ts';
import { findChromium } from './chromium.ts';
import { buildDemo, type Demo, serveFolder } from './demo.ts';

const pages: Record<string, string> = {
  front: '/',
  section: '/monde/',
  'article with picture': '/2026/02/28/dernier-train-de-la-vallee.html',
  security: '/valeurs/moderna/',
  lists: '/mes-listes/',
};

const none = (what: string, faults: readonly string[]): Measure & { faults: readonly string[] } => {
  return { what, value: faults.length, budget: 0, unit: 'faults', faults };
};

/** Headers of docs/hosts, as nginx sends them. */
function shippedHeaders(): Record<string, string> {
  const text = readFileSync(join(projectRoot, 'docs/hosts/nginx.conf'), 'utf8');
  const found = [...text.matchAll(/^ {4}add_header (\S+) "([^"]*)"/gm)];
  return Object.fromEntries(found.map(([, name, value]) => [(name as string).toLowerCase(), value as string]));
}

async function auditAxe(demo: Demo): Promise<readonly string[]> {
  const server = await serveFolder(demo.out);
  const browser = await chromium.launch({ executablePath: findChromium() as string, args: ['--no-sandbox'] });
  const faults: string[] = [];
  const looks = {
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    forced: { forcedColors: 'active' },
  } as const;
  for (const [look, options] of Object.entries(looks)) {
    for (const [kind, path] of Object.entries(pages)) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.goto(server.url + path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      for (const { id, nodes } of violations) faults.push(`${kind}, ${look}: ${id} ${nodes[0]?.target.join(' ')}`);
      await context.close();
    }
  }
  await browser.close();
  server.close();
  return faults;
}

async function auditValidity(demo: Demo): Promise<readonly string[]> {
  const html = demo.paths.filter((path) => path.endsWith('.html') && !path.startsWith('/fragments/'));

  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'prefer-native-element': 'off' },
  });
  const faults: string[] = [];
  for (const path of html) {
    const { results } = await validator.validateString(readFileSync(demo.out + path, 'utf8'), path);
    for (const { messages } of results)
      for (const { ruleId, message } of messages) faults.push(`${path} ${ruleId} ${message}`);
  }
  if (spawnSync('java', ['-version']).status !== 0) {
    process.stdout.write('No Java on this machine: the Nu checker was not asked.\n');
    return faults;
  }
  const jar = join(projectRoot, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const { stderr } = spawnSync(
    'java',
    ['-Xss4m', '-jar', jar, '--errors-only', ...html.map((path) => demo.out + path)],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  );
  return [...faults, ...stderr.split('\n').filter((line) => line.includes(': error:'))];
}

function print(measure: Measure): boolean {
  const { what, value, budget, unit, atLeast = false } = measure;
  const isKept = atLeast ? value >= budget : value <= budget;
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(1);
  process.stdout.write(
    `${isKept ? 'ok    ' : 'BROKEN'} ${what}: ${shown}${unit && ` ${unit}`} (${atLeast ? 'at least' : 'at most'} ${budget})\n`,
  );
  return isKept;
}

async function audit(rounds: number): Promise<boolean> {
  const kept: boolean[] = [];
  for (const measure of await measureSizes()) kept.push(print(measure));
  const demo = await buildDemo();
  try {
    for (const measure of [
      none('axe on five pages, in light, dark and forced colours', await auditAxe(demo)),
      none('html-validate and Nu checker on all pages', await auditValidity(demo)),
    ]) {
      kept.push(print(measure));
      for (const fault of measure.faults.slice(0, 20)) process.stdout.write(`         ${fault}\n`);
    }
    if (rounds > 0) {
      const { measures, faults } = await measurePages({ out: demo.out, pages, headers: shippedHeaders(), rounds });
      for (const measure of measures) kept.push(print(measure));
      for (const fault of faults) process.stdout.write(`         ${fault}\n`);
    }
  } finally {
    demo.remove();
  }
  return kept.every(Boolean);
}

const rounds = process.argv.includes('--full') ? 5 : process.argv.includes('--quick') ? 0 : 1;
process.exitCode = (await audit(rounds)) ? 0 : 1;
