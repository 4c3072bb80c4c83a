import type { Page } from 'playwright-core';

/**
 * Sends a form from the page that is open, as whoever knows how to change a page can, and answers with the status
 * and with what the new page says is wrong.
 */
export function sendForm(page: Page, path: string, form: Record<string, string>) {
  return page.evaluate(
    async ([url, fields]) => {
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
      const { body } = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const faults = body.querySelectorAll('[role=alert], [id$="-error"]');
      const said = [...faults].map(({ textContent }) => textContent ?? '').filter(Boolean);
      return { status: answer.status, message: said.join(' ') };
    },
    [path, form] as const,
  );
}
