/** A pattern of the shell that matches a name in upper and lower case; what is no letter of a host name matches any one character. */
export function hostsPattern(name: string): string {
  return name.replace(/./gsu, (character) => {
    if (/[a-z]/i.test(character)) return `[${character.toLowerCase()}${character.toUpperCase()}]`;
    return /[\d._-]/.test(character) ? character : '?';
  });
}
