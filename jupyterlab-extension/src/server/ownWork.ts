/** The student's work at one cell. */
export interface OwnCell {
  notebookPath: string;
  cellId: string;
  /** From 0; nothing where it is not known. */
  cellIndex: number | undefined;
  runs: number;
  errors: number;
  /** Milliseconds spent at it. */
  timeMs: number;
}

/** What the teacher sees of the student's work. */
export interface OwnWork {
  runs: number;
  errors: number;
  completedCells: number | undefined;
  totalCells: number | undefined;
  cells: OwnCell[];
}

type Members = Readonly<Record<string, unknown>>;

/** Reads the answer of `GET own`; what is missing counts as nothing. */
export function readOwnWork(answer: unknown): OwnWork {
  const work = asMembers(answer);
  const notebook = asMembers(work.notebook);
  const cells = Array.isArray(work.cells) ? work.cells.map(asMembers) : [];
  return {
    runs: number(work.runs) ?? 0,
    errors: number(work.errors) ?? 0,
    completedCells: number(notebook.completed_cells),
    totalCells: number(notebook.total_cells),
    cells: cells.map(cell => ({
      notebookPath: String(cell.notebook_path ?? notebook.path ?? ''),
      cellId: String(cell.cell_id ?? ''),
      cellIndex: number(cell.cell_index),
      runs: number(cell.runs) ?? 0,
      errors: number(cell.errors) ?? 0,
      timeMs: number(cell.time_ms) ?? 0
    }))
  };
}

function asMembers(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
