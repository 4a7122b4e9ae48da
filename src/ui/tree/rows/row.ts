import type { ContainerState } from '../../../core/model.ts';
import type { Token } from '../../contributions.ts';

/** Something wrong with a network or container, by id, in a sentence. */
export interface Flag {
  network?: string;
  container?: string;
  kind: string;
  sentence: string;
}

/** What a row shows, without VS Code's types. */
export interface Row {
  label: string;
  description: string;
  /** A codicon and, where it has one, its theme colour. */
  icon: string;
  colour?: string;
  tokens: Token[];
  /** What a screen reader says: everything that icon and colour say, in words. */
  accessible: string;
  expand: 'none' | 'collapsed' | 'expanded';
  /** Draws the label greyed, or flagged. */
  mark?: 'stopped' | 'broken' | 'flagged';
}

export function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A state as people say it. */
export function stateWord(state: ContainerState): string {
  return state === 'created' ? 'never started' : state;
}

export function isRunning(state: ContainerState): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}

/** What keeps a container from working at all, unlike what may surprise. */
export function isBreaking({ kind }: Flag): boolean {
  return kind === 'dead-sharer' || kind === 'network-gone';
}
