import * as vscode from 'vscode';
import { documentScheme } from '../contributions.ts';

export type Inspected = 'network' | 'container';

/** Opens the engine's own JSON as a read-only document. Resolves with the document's URI. */
export async function openInspection(kind: Inspected, name: string, id: string): Promise<string> {
  // The name is what the tab shows; the id is what decides.
  const file = `${name.replaceAll(/[/\\]/g, '_')}.json`;
  const uri = vscode.Uri.from({ scheme: documentScheme, path: `/${kind}/${file}`, query: id });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: true });
  return uri.toString();
}
