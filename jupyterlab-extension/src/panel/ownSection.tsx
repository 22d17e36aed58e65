import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { OwnCell, OwnWork } from '../server/ownWork';

/** The most cells that are listed. */
const MAXIMUM_CELLS = 50;

/** The student's own work, as the teacher sees it. */
export function OwnSection(props: {
  own: OwnWork;
  trans: TranslationBundle;
}): JSX.Element {
  const { own, trans } = props;
  const { runs, errors } = own;
  return (
    <section aria-labelledby="cm-own">
      <h2 id="cm-own">{trans.__('Your work, as your teacher sees it')}</h2>
      <p>{trans.__('%1 runs, %2 with an error', runs, errors)}</p>
      <Progress own={own} trans={trans} />
      {own.cells.length > 0 && <CellTable cells={own.cells} trans={trans} />}
    </section>
  );
}

/** Of which notebook it is said too: it may not be the one before the student's eyes. */
function Progress(props: {
  own: OwnWork;
  trans: TranslationBundle;
}): JSX.Element | null {
  const { own, trans } = props;
  const { notebookPath, completedCells: done, totalCells: all } = own;
  if (done === undefined || all === undefined) {
    return null;
  }
  return (
    <p>
      {notebookPath === undefined
        ? trans.__('%1 of %2 cells done', done, all)
        : trans.__('%1 of %2 cells done in %3', done, all, notebookPath)}
    </p>
  );
}

function CellTable(props: {
  cells: readonly OwnCell[];
  trans: TranslationBundle;
}): JSX.Element {
  const { cells, trans } = props;
  const heads = [
    trans.__('Cell'),
    trans.__('Runs'),
    trans.__('Errors'),
    trans.__('Run time')
  ];
  return (
    <table className="cm-Cells">
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.slice(0, MAXIMUM_CELLS).map(cell => (
          <tr key={`${cell.notebookPath}:${cell.cellId}`}>
            <th scope="row" title={cell.notebookPath}>
              {cell.cellIndex === undefined ? '–' : cell.cellIndex + 1}
            </th>
            <td>{cell.runs}</td>
            <td>{cell.errors}</td>
            <td>{duration(cell.totalMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Minutes and seconds, as `3:05`; below a minute seconds, as `0.4 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 60_000) {
    return `${(milliseconds / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(milliseconds / 1000);
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${rest}`;
}
