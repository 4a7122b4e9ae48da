import { MarkdownString } from 'vscode';

/** A tooltip in the making. What comes from the engine enters as text, never as markup. */
export class Tip {
  #markdown = '';

  title(name: string, kind: string): this {
    return this.#add(`**${escaped(name)}** — ${escaped(kind)}`);
  }

  /** A line with what it tells; none where there is nothing to tell. */
  line(term: string, value: string | undefined): this {
    if (value) this.#markdown += `  \n${term}: ${escaped(value)}`;
    return this;
  }

  sentence(text: string): this {
    return this.#add(escaped(text));
  }

  rule(): this {
    return this.#add('---');
  }

  /** Both are ours, not the engine's. */
  link(title: string, url: string): this {
    return this.#add(`[${title}](${url})`);
  }

  done(): MarkdownString {
    return new MarkdownString(this.#markdown);
  }

  #add(paragraph: string): this {
    this.#markdown += `${this.#markdown === '' ? '' : '\n\n'}${paragraph}`;
    return this;
  }
}

/** MarkdownString.appendText would glue the words together with spaces that do not break. */
function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}
