import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { pressMenu } from './menu.ts';
import { Panel } from './panel.ts';
import { QuickInput } from './quickInput.ts';
import { Tree } from './tree.ts';
import { attempt, patience, until } from './until.ts';

const screenshots = join('test-results', 'screenshots');

/** A VS Code window, worked as a person works it. */
export class Workbench {
  readonly page: Page;
  readonly networks: Tree;
  readonly quickInput: QuickInput;
  readonly panel: Panel;

  constructor(page: Page) {
    this.page = page;
    // Alone in its container the view is called "Docker Networks: Networks".
    this.networks = new Tree(page, /Networks$/);
    this.quickInput = new QuickInput(page);
    this.panel = new Panel(page);
  }

  /** Waits until the window can be worked with. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .activitybar').waitFor({ timeout: patience });
    await this.page.locator('.part.statusbar').waitFor({ timeout: patience });
  }

  private get container(): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: /^Docker Networks/ });
  }

  /** Opens the view container from the activity bar, unless it is open. */
  async openView(): Promise<void> {
    await this.container.waitFor({ timeout: patience });
    await until('the view Networks is open', async () => {
      if ((await this.container.getAttribute('aria-selected')) === 'true') return true;
      await this.container.click({ timeout: attempt });
      return false;
    });
    await this.restMouse();
  }

  /** Pulls the edge of the side bar, so that whole rows can be read. */
  async widenSideBar(pixels: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (box === null) return;
    const [edge, middle] = [box.x + box.width, box.y + box.height / 2];
    await this.page.mouse.move(edge, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(edge + pixels, middle, { steps: 5 });
    await this.page.mouse.up();
    await this.restMouse();
  }

  /** Takes the mouse to where it shows nothing, so that no tooltip lies over what is pressed next. */
  async restMouse(): Promise<void> {
    await this.page.mouse.move(900, 5);
  }

  /** Closes the side bar by pressing the same icon again. */
  async closeView(): Promise<void> {
    await until('the view Networks is closed', async () => {
      if ((await this.container.getAttribute('aria-selected')) !== 'true') return true;
      await this.container.click({ timeout: attempt });
      return false;
    });
  }

  /** The text of the side bar, for welcome views. */
  sideBarText(): Promise<string> {
    return this.page.locator('.part.sidebar').innerText();
  }

  /** An icon in the title of the view. */
  async titleButton(name: string | RegExp): Promise<void> {
    const header = this.page.locator('.part.sidebar .pane-header').first();
    const bar = (await header.isVisible()) ? header : this.page.locator('.part.sidebar > .title');
    await bar.hover();
    await bar.getByRole('button', { name }).first().click();
  }

  /** An entry of the menu behind the dots in the title of the view. */
  async titleMenu(...entry: string[]): Promise<void> {
    await pressMenu(this.page, () => this.titleButton(/^(Views and )?More Actions/), entry);
  }

  /** Runs a command by its whole title in the palette, such as `Docker Networks: Create Network…`. */
  async palette(title: string): Promise<void> {
    await until(`the command ${title}`, async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.input.waitFor({ timeout: attempt });
      await this.quickInput.type(`>${title}`);
      await this.quickInput.pick(title, attempt);
      return true;
    });
  }

  /** The modal question, once it is there. */
  dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Reads the modal question and presses one of its buttons. */
  async answerDialog(button: string): Promise<string> {
    await this.dialog().waitFor({ timeout: patience });
    const text = await this.dialog().innerText();
    await this.dialog().getByRole('button', { name: button, exact: true }).click();
    await this.dialog().waitFor({ state: 'hidden', timeout: patience });
    return text;
  }

  /** The text of a notification with these words, once there is one. */
  notification(words: string | RegExp): Promise<string> {
    return until(`a notification with ${String(words)}`, async () => {
      for (const toast of await this.page.locator('.notifications-toasts .notification-list-item').all()) {
        const text = await toast.innerText();
        if (typeof words === 'string' ? text.includes(words) : words.test(text)) return text;
      }
      return undefined;
    });
  }

  /** Presses a button of the notification with these words. */
  async answerNotification(words: string, button: string): Promise<void> {
    await this.notification(words);
    const toast = this.page
      .locator('.notifications-toasts .notification-list-item', { hasText: words })
      .first();
    await toast.getByRole('button', { name: button }).click();
  }

  /** Puts all notifications away. */
  async clearNotifications(): Promise<void> {
    await this.palette('Notifications: Clear All Notifications');
    await until('no notifications', async () => {
      return (await this.page.locator('.notifications-toasts .notification-list-item').count()) === 0;
    });
  }

  /** The titles of the open editors. */
  async editorTitles(): Promise<string[]> {
    const titles = await this.page.locator('.editor-group-container .tab .label-name').allInnerTexts();
    return titles.map((title) => title.trim());
  }

  async closeEditors(): Promise<void> {
    await this.palette('View: Close All Editors');
    await until('no editor is open', async () => (await this.editorTitles()).length === 0);
  }

  /** Writes what the window looks like into test-results/screenshots. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name.replaceAll(/[^\w-]+/g, '-')}.png`) });
  }
}
