import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import de from '../../app/locales/de.json' with { type: 'json' };
import { expectFits, visit } from './browser.ts';
import type { Visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';

/** Each page is looked through by axe, which takes its time on a busy computer. */
const TIMEOUT_MS = 240_000;
const PROMPT = 'a red house:1.3, in a meadow';
/** Texts that are others in German; what stands in a page of both languages alike proves nothing. */
const ENGLISH = new Set(
  Object.entries(de)
    .filter(([english, german]) => english !== german)
    .map(([english]) => english.replace(/_\w+$/, '')),
);

const FOR_STUDENTS = [
  '/',
  '/lessons',
  '/lessons/be-specific',
  '/studio',
  '/gallery',
  '/history',
  '/compare',
  '/concepts',
  '/concepts/new',
  '/portfolio',
  '/assignments',
  '/exercises',
  '/programs/tables/new',
];
const FOR_TEACHERS = [
  '/',
  '/classes',
  '/moderation',
  '/studio',
  '/programs/renders',
  '/programs/tokens',
  '/programs/api',
];
const OF_A_CLASS = [
  '',
  '/wall',
  '/presenter',
  '/rules',
  '/roster',
  '/groups',
  '/log',
  '/requests',
  '/portfolios',
  '/exercises',
  '/exercises/new',
  '/assignments',
  '/assignments/new',
  '/gradebook',
];

it(
  'speaks German to a student, from the start page to a picture',
  { timeout: TIMEOUT_MS },
  async () => {
    const { page, faults } = await visit({ widthPx: 360, heightPx: 740 });
    await page.getByLabel('Language').click();
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { name: de['Learn to say what you want to see'] }).waitFor();
    await page.getByRole('button', { name: 'Ravi Comet' }).click();
    await page.getByRole('navigation', { name: de.Main }).first().waitFor();

    await openPage(page, '/studio');
    await page.getByRole('button', { name: de.Everything }).click();
    await page.getByLabel(de['What should the picture show?']).fill(PROMPT);
    await page.getByText(de.Settings, { exact: true }).click();
    await page.getByRole('spinbutton', { name: de.Steps }).fill('1000');
    await page.getByRole('button', { name: de.Generate, exact: true }).click();
    await page.getByText(de['At most 100 steps.']).first().waitFor();
    await expectGerman(page);
    await page.getByRole('spinbutton', { name: de.Steps }).fill('4');
    await page.getByRole('button', { name: de.Generate, exact: true }).click();
    await page.getByRole('link', { name: 'a red house:1.3' }).first().click();
    await page.getByRole('heading', { name: de.Picture, exact: true }).waitFor();
    await expectGermanPage(page);
    for (const path of FOR_STUDENTS) {
      await openPage(page, path);
      await expectGermanPage(page);
    }
    // Where the navigation has just moved to the top, and where the person's name joins it.
    for (const width of [769, 961]) {
      await page.setViewportSize({ width, height: 740 });
      await expectFits(page);
    }
    expect(faults).toEqual([]);
  },
);

it('speaks German to a teacher, on every page of the class', { timeout: TIMEOUT_MS }, async () => {
  const { page, faults } = await visitInGerman('Ms Marigold');
  await openPage(page, '/classes');
  const link = page.getByRole('link', { name: 'Sunflower class' }).first();
  const classPath = await link.getAttribute('href');
  for (const path of [...FOR_TEACHERS, ...OF_A_CLASS.map((rest) => classPath + rest)]) {
    await openPage(page, path);
    await expectGermanPage(page);
  }
  expect(faults).toEqual([]);
});

it(
  'speaks German from the setting of an assignment to its grade',
  { timeout: TIMEOUT_MS },
  async () => {
    const teacher = await visitInGerman('Ms Marigold');
    await openPage(teacher.page, '/classes');
    await teacher.page.getByRole('link', { name: 'Sunflower class' }).first().click();
    await teacher.page.getByRole('link', { name: de.Assignments }).click();
    await teacher.page.getByRole('link', { name: de['New assignment'] }).click();
    await teacher.page.getByLabel(de.Title).fill('Was ist ein Seed?');
    await teacher.page.getByLabel(de['Pictures to attach']).fill('0');
    await teacher.page.getByRole('button', { name: de['Give it to students'] }).click();
    await teacher.page.getByRole('button', { name: de['Add a criterion'] }).click();
    await teacher.page.getByLabel(de.Name).fill('Grund');
    await expectGermanPage(teacher.page);
    await teacher.page.getByRole('button', { name: de['Save the rubric'] }).click();
    await teacher.page.getByRole('heading', { name: 'Was ist ein Seed?' }).waitFor();
    const path = new URL(teacher.page.url()).pathname;

    const student = await visitInGerman('Koa Pebble');
    await openPage(student.page, `/assignments/${path.split('/').at(-1)}`);
    await student.page.getByLabel(de['Your words']).fill('Dort beginnt das Rauschen.');
    await student.page.getByText(de.Saved, { exact: true }).waitFor();
    await expectGermanPage(student.page);
    await student.page.getByRole('button', { name: de['Turn in'] }).click();
    await expectGerman(student.page);
    await student.page.getByRole('dialog').getByRole('button', { name: de['Turn in'] }).click();
    await student.page.getByText(de['With your teacher']).first().waitFor();

    await openPage(teacher.page, path);
    await expectGermanPage(teacher.page);
    await openPage(teacher.page, `${path}/review`);
    await teacher.page.getByText('Dort beginnt das Rauschen.').waitFor();
    await teacher.page.keyboard.press('3');
    await teacher.page.getByText('2 von 2 Punkten').waitFor();
    await expectGermanPage(teacher.page);
    await teacher.page.getByRole('button', { name: de.Return, exact: true }).click();
    await student.page.getByText('2 von 2 Punkten').waitFor();
    await expectGermanPage(student.page);
    expect([...teacher.faults, ...student.faults]).toEqual([]);
  },
);

it('keeps the language that was chosen, without scripts too', async () => {
  const { context } = await visit();
  const plain = await context.browser()!.newContext({
    baseURL: inject('siteUrl'),
    javaScriptEnabled: false,
    locale: 'de-AT',
  });
  const page = await plain.newPage();
  await page.goto('/sign-in?next=%2Fstudio');
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await page.title()).toBe(`${de['Sign in']} · Easel`);
  await page.getByLabel(de.Language).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(page.url()).toContain('/sign-in?next=%2Fstudio');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await plain.close();
});

async function visitInGerman(name: string): Promise<Visit> {
  const visited = await visit({ widthPx: 360, heightPx: 740 });
  const cookie = { name: 'easel-language', value: 'de', url: inject('siteUrl') };
  await visited.context.addCookies([cookie]);
  await visited.page.reload();
  await visited.page.getByRole('button', { name }).click();
  await visited.page.getByRole('navigation', { name: de.Main }).first().waitFor();
  return visited;
}

async function expectGermanPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('main details')) part.setAttribute('open', '');
  });
  await expectGerman(page);
  await expectFits(page);
  await expectAccessible(page);
}

/** No text, name or title on the page is an English one of the catalog, but for what says that it is English. */
async function expectGerman(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  const texts = await page.evaluate(() => {
    const isOurs = (element: Element | null) =>
      element !== null &&
      !element.closest('script, style, code, kbd, [translate=no], body [lang=en]');
    const found: string[] = [document.title.replace(/ · Easel$/, '')];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (isOurs(walker.currentNode.parentElement)) found.push(walker.currentNode.nodeValue ?? '');
    const named = ['aria-label', 'title', 'placeholder', 'alt', 'data-label'];
    for (const element of document.querySelectorAll(named.map((name) => `[${name}]`).join()))
      if (isOurs(element)) found.push(...named.flatMap((name) => element.getAttribute(name) ?? []));
    return found.map((text) => text.trim()).filter(Boolean);
  });
  expect(texts.length).toBeGreaterThan(5);
  expect(
    texts.filter((text) => ENGLISH.has(text)),
    page.url(),
  ).toEqual([]);
}
