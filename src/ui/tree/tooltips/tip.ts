import { MarkdownString } from 'vscode';

/** A tooltip in the making. What comes from the engine enters as text, never as markup. */
export class Tip {
  readonly #text = new MarkdownString();

  title(name: string, kind: string): this {
    this.#text.appendMarkdown('**').appendText(name).appendMarkdown('** — ').appendText(kind);
    return this;
  }

  /** A line with what it tells; none where there is nothing to tell. */
  line(term: string, value: string | undefined): this {
    if (!value) return this;
    this.#text.appendMarkdown(`\n\n${term}: `).appendText(value);
    return this;
  }

  sentence(text: string): this {
    this.#text.appendMarkdown('\n\n').appendText(text);
    return this;
  }

  rule(): this {
    this.#text.appendMarkdown('\n\n---');
    return this;
  }

  /** Both are ours, not the engine's. */
  link(title: string, url: string): this {
    this.#text.appendMarkdown(`\n\n[${title}](${url})`);
    return this;
  }

  done(): MarkdownString {
    return this.#text;
  }
}
