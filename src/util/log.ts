/** Where what happens is noted, for people who look into why. Same shape as VS Code's log channels. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
