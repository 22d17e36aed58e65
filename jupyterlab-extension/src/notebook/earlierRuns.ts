import type { CodeCellModel } from '@jupyterlab/cells';
import type { INotebookModel } from '@jupyterlab/notebook';

/**
 * The code cells that ran before this page was there, as the notebook shows them:
 * by id, whether their latest run went well.
 */
export function earlierRuns(model: INotebookModel): Map<string, boolean> {
  const runs = new Map<string, boolean>();
  for (const cell of model.cells) {
    if (cell.type === 'code') {
      const { executionCount, outputs } = cell as CodeCellModel;
      if (executionCount !== null) {
        runs.set(cell.sharedModel.getId(), !hasError(outputs));
      }
    }
  }
  return runs;
}

function hasError(outputs: CodeCellModel['outputs']): boolean {
  for (let index = 0; index < outputs.length; index++) {
    if (outputs.get(index).type === 'error') {
      return true;
    }
  }
  return false;
}
