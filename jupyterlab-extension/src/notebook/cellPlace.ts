import type { INotebookModel } from '@jupyterlab/notebook';
import type { CellEntry, EventDetails } from '../event/event';
import { MAXIMUM_CELLS } from '../event/limits';

/** Where a cell stands in its notebook. */
export interface CellPlace {
  cellId: string;
  /** From 0. */
  cellIndex: number;
  cellType: 'code' | 'markdown' | 'raw';
}

/** Finds the place of a cell, or nothing if the notebook has no such cell. */
export function findCell(
  model: INotebookModel,
  cellId: string
): CellPlace | undefined {
  let cellIndex = 0;
  for (const cell of model.cells) {
    if (cell.sharedModel.getId() === cellId) {
      const cellType = cell.type as CellPlace['cellType'];
      return { cellId, cellIndex, cellType };
    }
    cellIndex += 1;
  }
  return undefined;
}

/** Finds the place of a code cell, or nothing if the notebook has no such cell. */
export function findCodeCell(
  model: INotebookModel,
  cellId: string
): CellPlace | undefined {
  const place = findCell(model, cellId);
  return place?.cellType === 'code' ? place : undefined;
}

/** The list of a notebook's cells: ids and types, never their text. */
export function listCells(model: INotebookModel): EventDetails {
  const cells: CellEntry[] = [];
  for (const cell of model.cells) {
    if (cells.length === MAXIMUM_CELLS) {
      break;
    }
    cells.push({ id: cell.sharedModel.getId(), type: cell.type });
  }
  const count = model.cells.length;
  return count > cells.length ? { cells, cellCount: count } : { cells };
}
