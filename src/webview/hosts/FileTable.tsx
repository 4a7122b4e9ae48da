import type { FileLine, FileSection } from '../../protocol/hosts.ts';

interface Props {
  title: string;
  section: FileSection;
  /** The head of the column that tells where a line comes from or what it means. */
  noteTitle: string;
  /** Lines that map an address show it and its names in columns. */
  columns?: boolean;
  onCopy: () => void;
}

/** A file of the container, line by line. */
export function FileTable({ title, section, noteTitle, columns = false, onCopy }: Props) {
  const id = title.replaceAll('/', '-');
  return (
    <section aria-labelledby={id}>
      <div class="heading">
        <h2 id={id}>{title}</h2>
        {'lines' in section && section.lines.length > 0 ? (
          <button type="button" class="quiet" aria-label={`Copy ${title}`} onClick={onCopy}>
            Copy
          </button>
        ) : null}
      </div>
      {'error' in section ? (
        <p class="failure">{section.error}</p>
      ) : (
        <>
          <p class="about" hidden={!section.note}>
            {section.note}
          </p>
          {section.lines.length > 0 ? (
            <Lines id={id} lines={section.lines} noteTitle={noteTitle} columns={columns} />
          ) : null}
        </>
      )}
    </section>
  );
}

function Lines({
  id,
  lines,
  noteTitle,
  columns,
}: {
  id: string;
  lines: FileLine[];
  noteTitle: string;
  columns: boolean;
}) {
  return (
    <table aria-labelledby={id}>
      <thead>
        <tr>
          <th scope="col" class="number">
            Line
          </th>
          {columns ? (
            <>
              <th scope="col">Address</th>
              <th scope="col">Names</th>
            </>
          ) : (
            <th scope="col">Text</th>
          )}
          <th scope="col">{noteTitle}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <td class="number">{line.line}</td>
            {line.address === undefined ? (
              <td class="code" colSpan={columns ? 2 : 1}>
                {line.text}
              </td>
            ) : (
              <>
                <td class="code">{line.address}</td>
                <td class="code">{line.names?.join(' ')}</td>
              </>
            )}
            <td>{line.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
