/** The student's work at one cell today. */
export interface OwnCell {
  notebookPath: string;
  cellId: string;
  /** From 0; nothing where it is not known. */
  cellIndex: number | undefined;
  runs: number;
  errors: number;
  /** Milliseconds that the kernel ran it, all runs together. */
  totalMs: number;
}

/** What the teacher sees of the student's work today. */
export interface OwnWork {
  runs: number;
  errors: number;
  /** The notebook in hand, of which the two counts are. */
  notebookPath: string | undefined;
  completedCells: number | undefined;
  totalCells: number | undefined;
  /** Those that ran, the latest first. */
  cells: OwnCell[];
}

type Members = Readonly<Record<string, unknown>>;

/** Reads the answer of `GET own`; what is missing counts as nothing. */
export function readOwnWork(answer: unknown): OwnWork {
  const { today, cells } = asMembers(answer);
  const day = asMembers(today);
  return {
    runs: number(day.runs) ?? 0,
    errors: number(day.errors) ?? 0,
    notebookPath: text(day.notebook_path),
    completedCells: number(day.completed),
    totalCells: number(day.total),
    cells: (Array.isArray(cells) ? cells : []).map(asMembers).map(readCell)
  };
}

function readCell(cell: Members): OwnCell {
  return {
    notebookPath: String(cell.notebook_path ?? ''),
    cellId: String(cell.cell_id ?? ''),
    cellIndex: number(cell.cell_index),
    runs: number(cell.runs) ?? 0,
    errors: number(cell.errors) ?? 0,
    totalMs: number(cell.total_ms) ?? 0
  };
}

function asMembers(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
