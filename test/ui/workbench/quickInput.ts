import type { Locator, Page } from 'playwright-core';
import { escaped } from './menu.ts';
import { patience, until } from './until.ts';

/** The box at the top of the window: quick picks, input boxes and the command palette. */
export class QuickInput {
  readonly page: Page;
  readonly widget: Locator;
  readonly input: Locator;

  constructor(page: Page) {
    this.page = page;
    this.widget = page.locator('.quick-input-widget');
    this.input = this.widget.locator('.quick-input-filter input:not([type=checkbox])');
  }

  /** Waits for a box with that in its title, placeholder or message. */
  async wait(words: string | RegExp): Promise<void> {
    await until(`a question with ${String(words)}`, async () => {
      const text = await this.text();
      return typeof words === 'string' ? text.includes(words) : words.test(text);
    });
  }

  /** Everything that can be read in the box: title, placeholder, message, entries. */
  async text(): Promise<string> {
    if (!(await this.widget.isVisible())) return '';
    const placeholder = (await this.input.isVisible()) ? await this.input.getAttribute('placeholder') : '';
    return `${await this.widget.innerText()}\n${placeholder ?? ''}`;
  }

  /** The sentence under an input box, once there is one. */
  message(): Promise<string> {
    const message = this.widget.locator('.quick-input-message');
    return until('a message under the input', async () => {
      const text = (await message.isVisible()) ? (await message.innerText()).trim() : '';
      return text === '' ? undefined : text;
    });
  }

  /** Waits until the message has these words. */
  async messageWith(words: string | RegExp): Promise<string> {
    return until(`the message ${String(words)}`, async () => {
      const text = await this.message();
      return (typeof words === 'string' ? text.includes(words) : words.test(text)) ? text : undefined;
    });
  }

  async type(text: string): Promise<void> {
    await this.input.fill(text);
  }

  value(): Promise<string> {
    return this.input.inputValue();
  }

  async accept(): Promise<void> {
    await this.input.press('Enter');
  }

  /** Types into an input box with that title, and goes on. */
  async answer(words: string | RegExp, text: string): Promise<void> {
    await this.wait(words);
    await this.type(text);
    await this.accept();
  }

  entries(): Locator {
    return this.widget.locator(
      '.quick-input-list [role=option], .quick-input-list [role=checkbox], .quick-input-list .monaco-list-row',
    );
  }

  /** The labels in the list. */
  async labels(): Promise<string[]> {
    const labels = await this.widget
      .locator('.quick-input-list .monaco-list-row .label-name')
      .allInnerTexts();
    return labels.map((label) => label.trim());
  }

  private rowOf(label: string): Locator {
    return this.widget
      .locator('.quick-input-list .monaco-list-row')
      .filter({
        has: this.page.locator('.label-name', { hasText: new RegExp(`^\\s*${escaped(label)}\\s*$`) }),
      })
      .first();
  }

  /** Presses the entry with that label. */
  async pick(label: string, timeout = patience): Promise<void> {
    const row = this.rowOf(label);
    await row.waitFor({ timeout });
    await row.click({ timeout });
  }

  /** Ticks or unticks the entry with that label where several can be picked. */
  async tick(label: string): Promise<void> {
    const row = this.rowOf(label);
    await row.waitFor();
    await row.locator('.quick-input-list-checkbox, [role=checkbox]').first().click();
  }

  /** The button OK of a list where several can be picked. */
  async ok(): Promise<void> {
    await this.widget.getByRole('button', { name: 'OK' }).click();
  }

  /** One of the icons in the title or at the end of an entry. */
  async button(name: string | RegExp): Promise<void> {
    await this.widget.getByRole('button', { name }).first().click();
  }

  async back(): Promise<void> {
    await this.button('Back');
  }

  async escape(): Promise<void> {
    await this.input.press('Escape');
    await this.closed();
  }

  async closed(): Promise<void> {
    await until('the question is gone', async () => !(await this.widget.isVisible()));
  }
}
