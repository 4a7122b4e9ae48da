import type { Locator, Page } from 'playwright-core';
import { pressMenu } from './menu.ts';
import { attempt, until } from './until.ts';

/** A row as it stands in the window. */
export interface Row {
  id: string;
  label: string;
  description: string;
  /** What a screen reader says. */
  spoken: string;
  /** 1 for networks, 2 for what is under them, and so on. */
  level: number;
  expanded: boolean | undefined;
}

/** Names a row: its label, or the labels of the rows above it and its own (`['mynet', 'tomcat_net_1']`). */
export type RowPath = string | readonly string[];

/** What is asked of an element in the page; the types of the browser are not part of this program. */
interface PageElement {
  textContent: string | null;
  querySelector(selector: string): PageElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  getBoundingClientRect(): { top: number };
}

/** Runs in the page. A list keeps its elements in no order, so they are put in the order that one sees. */
function rowsOfPage(elements: PageElement[]): Row[] {
  return elements
    .map((element) => ({
      top: element.getBoundingClientRect().top,
      row: {
        id: element.getAttribute('id') ?? '',
        label: element.querySelector('.label-name')?.textContent ?? '',
        description: element.querySelector('.label-description')?.textContent ?? '',
        spoken: element.getAttribute('aria-label') ?? '',
        level: Number(element.getAttribute('aria-level')),
        expanded: element.hasAttribute('aria-expanded')
          ? element.getAttribute('aria-expanded') === 'true'
          : undefined,
      },
    }))
    .sort((a, b) => a.top - b.top)
    .map(({ row }) => row);
}

/** The index of the row of a path, or -1: each label is looked for below the one before. */
function indexOf(rows: readonly Row[], path: readonly string[]): number {
  let index = -1;
  let level = 0;
  for (const label of path) {
    const next = rows.findIndex((row, at) => at > index && row.level === level + 1 && row.label === label);
    const beyond = rows.findIndex((row, at) => at > index && index >= 0 && row.level <= level);
    if (next < 0 || (beyond >= 0 && beyond < next)) return -1;
    index = next;
    level += 1;
  }
  return index;
}

/** A tree view, by the name that its tree has for screen readers. */
export class Tree {
  readonly page: Page;
  readonly tree: Locator;

  constructor(page: Page, name: string | RegExp) {
    this.page = page;
    this.tree = page.getByRole('tree', { name });
  }

  /** The rows that are in sight, from top to bottom. */
  rows(): Promise<Row[]> {
    return this.tree.locator('[role=treeitem]').evaluateAll(rowsOfPage);
  }

  /** Waits until the rows are as wanted, and gives them. */
  rowsWhen(what: string, wanted: (rows: Row[]) => boolean): Promise<Row[]> {
    return until(what, async () => {
      const rows = await this.rows();
      return wanted(rows) ? rows : undefined;
    });
  }

  /** The element of a row, once it is there. */
  async row(path: RowPath): Promise<Locator> {
    const labels = typeof path === 'string' ? [path] : path;
    return until(`the row ${labels.join(' › ')}`, async () => {
      const rows = await this.rows();
      const id = rows[indexOf(rows, labels)]?.id;
      return id === undefined ? undefined : this.page.locator(`[id="${id}"]`);
    });
  }

  async isThere(path: RowPath): Promise<boolean> {
    return indexOf(await this.rows(), typeof path === 'string' ? [path] : path) >= 0;
  }

  async read(path: RowPath): Promise<Row> {
    const rows = await (await this.row(path)).evaluateAll(rowsOfPage);
    if (rows[0] === undefined) throw new Error('The row went away.');
    return rows[0];
  }

  async waitGone(path: RowPath): Promise<void> {
    await until(`no row ${String(path)}`, async () => !(await this.isThere(path)));
  }

  async expand(path: RowPath): Promise<void> {
    await until(`${String(path)} unfolds`, async () => {
      const row = await this.row(path);
      if ((await row.getAttribute('aria-expanded')) === 'true') return true;
      await row.locator('.monaco-tl-twistie').click({ timeout: attempt });
      return false;
    });
  }

  /** A click, as one selects a row. */
  async select(path: RowPath, modifiers: ('Control' | 'Shift')[] = []): Promise<void> {
    await (await this.row(path)).click({ modifiers });
  }

  /** A right click, then the entry of that name; of a submenu by a path. */
  async contextMenu(path: RowPath, ...entry: string[]): Promise<void> {
    await pressMenu(
      this.page,
      async () => (await this.row(path)).click({ button: 'right', timeout: attempt }),
      entry,
    );
  }

  /** The entries that a right click offers, without pressing one. */
  async contextMenuEntries(path: RowPath): Promise<string[]> {
    const menu = this.page.locator('.monaco-menu');
    await until(`the menu of ${String(path)}`, async () => {
      if (await menu.isVisible()) return true;
      await (await this.row(path)).click({ button: 'right', timeout: attempt });
      return menu.isVisible();
    });
    const entries = await menu.getByRole('menuitem').locator('.action-label').allTextContents();
    await this.page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    return entries.filter((entry) => entry !== '');
  }

  /** One of the small buttons at the right end of a row. */
  async inlineButton(path: RowPath, name: string): Promise<void> {
    const row = await this.row(path);
    await row.hover();
    await row.getByRole('button', { name }).click();
  }

  /** Takes a row with the mouse and drops it on another. */
  async drag(from: RowPath, to: RowPath): Promise<void> {
    await (await this.row(from)).dragTo(await this.row(to));
  }
}
