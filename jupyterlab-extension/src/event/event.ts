import { newId } from './newId';

/** The types of event that this extension makes. */
export type EventType =
  | 'cell_executed'
  | 'cell_error'
  | 'execution_scheduled'
  | 'execution_aborted'
  | 'notebook_opened'
  | 'notebook_saved'
  | 'notebook_closed'
  | 'notebook_visible'
  | 'notebook_hidden'
  | 'session_start'
  | 'session_end'
  | 'active_cell_changed'
  | 'cell_added'
  | 'cell_removed'
  | 'cell_edited'
  | 'clipboard_paste'
  | 'kernel_started'
  | 'kernel_restarted'
  | 'kernel_died'
  | 'kernel_interrupted'
  | 'idle'
  | 'active'
  | 'progress_update'
  | 'help'
  | 'help_stop'
  | 'hint_seen'
  | 'client_dropped';

/** Makes an event of one notebook and sends it. */
export type EventRecorder = (
  eventType: EventType,
  details?: EventDetails
) => void;

/** A cell in the list that goes with `notebook_opened`: never its text. */
export interface CellEntry {
  id: string;
  type: string;
}

/** What an event may say beside its identity and time. */
export interface EventDetails {
  /** One opening of one notebook. */
  sessionId?: string;
  /** Path of the notebook at the time of the event. */
  notebookPath?: string;
  /** Its id in this file; a copy keeps the ids of what it was copied from. */
  cellId?: string;
  /** Place of the cell in the notebook, from 0. */
  cellIndex?: number;
  cellType?: 'code' | 'markdown' | 'raw';
  /** The code as it was run. */
  code?: string;
  /** The number that the kernel gives a run, as `[3]` beside the cell. */
  executionCount?: number;
  /** Milliseconds from the kernel's start of the run to its reply. */
  executionDurationMs?: number;
  hasError?: boolean;
  errorName?: string;
  errorMessage?: string;
  traceback?: string;
  /** Text form of the outputs, streams included. */
  result?: string;
  cells?: CellEntry[];
  /** Number of cells, where it is more than the list may hold. */
  cellCount?: number;
  metadata?: Record<string, unknown>;
}

/** One learning event, as it is sent. */
export interface LearningEvent extends EventDetails {
  /** Unique; the same id sent twice is the same event. */
  eventId: string;
  eventType: EventType;
  /** ISO 8601, UTC, milliseconds, by the clock of the browser. */
  eventTime: string;
}

/**
 * Makes an event that happens now.
 *
 * @param eventId - given where the same event may be made twice and is one
 */
export function createEvent(
  eventType: EventType,
  details: EventDetails,
  eventId: string = newId()
): LearningEvent {
  return {
    eventId,
    eventType,
    eventTime: new Date().toISOString(),
    ...details
  };
}
