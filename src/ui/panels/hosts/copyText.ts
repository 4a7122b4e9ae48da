import type { FileSection, FromHostsPage, HostsState } from '../../../protocol/hosts.ts';

/** A section of the page as text for the clipboard: files as they are, names as a table with tabs. */
export function copyText(state: HostsState, what: Extract<FromHostsPage, { type: 'copy' }>['what']): string {
  if (what !== 'names') return fileText(state[what]);
  const rows = state.names.map((row) => [
    row.name,
    row.predicted,
    row.measured?.text ?? '',
    row.measured?.detail ?? '',
    row.why,
  ]);
  return [['name', 'predicted', 'measured', 'how', 'why'], ...rows].map((row) => row.join('\t')).join('\n');
}

function fileText(section: FileSection): string {
  if ('error' in section) return section.error;
  return section.lines.map(({ text }) => `${text}\n`).join('');
}
