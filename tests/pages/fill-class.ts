import type { APIResponse, Page } from 'playwright-core';

/** Sends a form as a page of the site does; answers with the path that it led to. */
async function send(page: Page, path: string, form: Record<string, string>): Promise<string> {
  const { origin } = new URL(page.url());
  const reply: APIResponse = await page.request.post(path, {
    form,
    headers: { Origin: origin, 'Sec-Fetch-Mode': 'navigate' },
    maxRedirects: 0,
  });
  if (reply.status() >= 400) throw new Error(`${path} answered ${reply.status()}.`);
  return reply.headers().location ?? path;
}

/**
 * Gives the demo class one of everything that has a page: pictures and a grid, a word, a table, a token, an
 * assignment with work in it, an exercise, a portfolio.
 */
export async function fillClass(teacher: Page, student: Page): Promise<void> {
  await teacher.goto('/classes');
  const link = teacher.locator('main a[href^="/classes/"]').first();
  const classPath = (await link.getAttribute('href'))!;
  await send(teacher, `${classPath}/programs`, { intent: 'on' });
  const pictures = await drawPictures(student);
  for (const id of pictures) await send(student, `/pictures/${id}`, { intent: 'hang' });
  await send(student, '/grids', {
    prompt: 'a red house',
    columnField: 'steps',
    columnText: '5, 10',
  });
  await send(student, '/concepts/new', { kind: 'word', name: 'zorp', startWord: 'ghost' });
  await send(student, '/programs/tables/new', {
    intent: 'start',
    name: 'Animals',
    data: 'animal,place\nowl,on a hill\nfox,in the snow',
    template: 'a {animal}, {place}',
  });
  await send(teacher, `${classPath}/exercises/new`, {
    question: 'Which picture is calmer?',
    ...Object.fromEntries(pictures.slice(0, 3).map((id, at) => [`pictures[${at}]`, id])),
  });
  const assignment = await send(teacher, `${classPath}/assignments/new`, {
    title: 'One change',
    instructions: 'Change one thing and say why.',
    pictures: '1',
    words: '3',
    peerCount: '0',
    opensAt: inHours(-72),
    dueAt: inHours(24),
    intent: 'release',
  });
  const id = /assignments\/([0-9a-f-]{36})/.exec(assignment)![1]!;
  await send(student, `/assignments/${id}`, {
    intent: 'turn-in',
    text: 'I changed the colour.',
    'pictures[0]': pictures[0]!,
    draftRevision: '0',
    version: '1',
  });
}

/** As a field for a day and a time holds it. */
const inHours = (hours: number) =>
  new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);

/** Three different pictures, drawn by the worker. */
async function drawPictures(page: Page): Promise<string[]> {
  for (const prompt of ['a red house, in the snow', 'a blue balloon, on a beach', 'a castle'])
    await send(page, '/studio', { prompt });
  const links = page.locator('main a[href^="/pictures/"]');
  while ((await links.count()) < 3) {
    await page.goto('/gallery');
    await page.waitForTimeout(1_000);
  }
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  return [...new Set(paths.map((path) => path.split('/').at(-1)!))];
}
