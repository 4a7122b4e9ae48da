import * as vscode from 'vscode';
import { documentScheme } from '../contributions.ts';
import type { Row } from './rows/row.ts';

const expansion = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

/** The tooltip is left out: it is made when somebody hovers. */
export function toTreeItem(id: string, row: Row): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label, expansion[row.expand]);
  item.id = id;
  item.description = row.description;
  item.iconPath = new vscode.ThemeIcon(row.icon, row.colour ? new vscode.ThemeColor(row.colour) : undefined);
  item.contextValue = row.tokens.join(';');
  item.accessibilityInformation = { label: row.accessible };
  if (row.mark) item.resourceUri = vscode.Uri.from({ scheme: documentScheme, path: `/row/${row.mark}` });
  return item;
}

/** Greys the names of what is stopped and flags what is broken. */
export class RowDecorations implements vscode.FileDecorationProvider {
  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== documentScheme) return undefined;
    if (uri.path === '/row/stopped') return { color: new vscode.ThemeColor('disabledForeground') };
    if (uri.path === '/row/broken') {
      return { badge: '!', color: new vscode.ThemeColor('list.warningForeground'), propagate: false };
    }
    if (uri.path === '/row/flagged') return { badge: '!' };
    return undefined;
  }
}
