import type { Locator, Page } from 'playwright-core';
import { attempt, patience, until } from './until.ts';

/** The text as part of a regular expression. */
export const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function entryOf(page: Page, name: string): Locator {
  return page
    .locator('.monaco-menu')
    .getByRole('menuitem', { name: new RegExp(`^${escaped(name)}`) })
    .first();
}

/** Opens a menu and presses an entry in it; the names before the last are submenus. */
export async function pressMenu(
  page: Page,
  open: () => Promise<void>,
  path: readonly string[],
): Promise<void> {
  const [first = '', ...deeper] = path;
  const entry = entryOf(page, first);
  await until(`a menu with ${first}`, async () => {
    if (await entry.isVisible()) return true;
    if (await page.locator('.monaco-menu').first().isVisible()) await page.keyboard.press('Escape');
    await open();
    await entry.waitFor({ timeout: attempt });
    return true;
  });
  let pressed = entry;
  for (const name of deeper) {
    await pressed.hover();
    const next = entryOf(page, name);
    // A submenu opens while the mouse rests on its entry, or by a click.
    await next.waitFor({ timeout: 2000 }).catch(() => pressed.click());
    await next.waitFor({ timeout: patience });
    pressed = next;
  }
  // VS Code ignores a press that comes right after the menu has opened.
  await until(`${path.join(' › ')} is taken`, async () => {
    if (!(await pressed.isVisible())) return true;
    await pressed.click({ timeout: attempt });
    await pressed.waitFor({ state: 'hidden', timeout: 2000 });
    return true;
  });
}
