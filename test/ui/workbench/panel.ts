import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { until } from './until.ts';

/** One thing that axe-core finds wrong. */
export interface Violation {
  rule: string;
  what: string;
  where: string[];
}

/** The document inside the webview in sight. VS Code puts it into a frame within a frame. */
export class Panel {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The innermost frame, once it holds text (with those words, where given). */
  frame(words = ''): Promise<Frame> {
    return until(`a page with ${words || 'anything'}`, async () => {
      for (const outer of await this.page.locator('iframe.webview.ready').all()) {
        if (!(await outer.isVisible())) continue;
        const frame = await (await outer.elementHandle())?.contentFrame();
        const inner = frame?.childFrames().at(-1);
        const text = await inner?.locator('body').innerText();
        if (inner !== undefined && text?.trim() && text.includes(words)) return inner;
      }
      return undefined;
    });
  }

  async text(): Promise<string> {
    return (await this.frame()).locator('body').innerText();
  }

  /** What axe-core holds against the page: names, roles, contrast and so on. */
  async violations(): Promise<Violation[]> {
    const frame = await this.frame();
    await frame.evaluate(axe.source);
    // As text: what runs in the page knows names that this program does not.
    const found = await frame.evaluate<axe.AxeResults>('axe.run(document)');
    return found.violations.map(({ id, help, nodes }) => ({
      rule: id,
      what: help,
      where: nodes.map(({ html }) => html),
    }));
  }
}
