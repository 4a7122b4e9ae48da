import type { TableName } from '../../protocol/matrix.ts';

const tables: [TableName, string][] = [
  ['names', 'Names'],
  ['reachability', 'Reachability'],
];

interface Props {
  shown: TableName;
  onShow: (table: TableName) => void;
}

/** Chooses between the two tables; arrow keys change it, as with every group of radio buttons. */
export function TableSwitch({ shown, onShow }: Props) {
  return (
    <fieldset class="switch">
      <legend class="spoken">Table</legend>
      {tables.map(([table, title]) => (
        <label key={table}>
          <input
            type="radio"
            name="table"
            value={table}
            checked={table === shown}
            onChange={() => onShow(table)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
