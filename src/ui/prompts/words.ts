/** A command line taken apart as a shell would, without doing anything that a shell does: quotes keep words together. */
export function parseWords(text: string): string[] {
  const words: string[] = [];
  for (const [, plain, single, double] of text.matchAll(
    /((?:[^\s'"\\]|\\.)+)|'([^']*)'|"((?:[^"\\]|\\.)*)"|\s+/g,
  )) {
    const part = plain ?? double;
    if (part === undefined && single === undefined) words.push('');
    else
      words[Math.max(0, words.length - 1)] =
        (words.at(-1) ?? '') + (single ?? part!.replaceAll(/\\(.)/g, '$1'));
  }
  return words.filter((word) => word !== '');
}
