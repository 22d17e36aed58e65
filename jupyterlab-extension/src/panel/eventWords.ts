import type { TranslationBundle } from '@jupyterlab/translation';
import type { EventType } from '../event/event';

/** What an event tells, in the student's words; a type that is not known stays as it is. */
export function eventWords(type: string, trans: TranslationBundle): string {
  const words: Record<EventType | 'consent_changed', string> = {
    cell_executed: trans.__('Cell run'),
    cell_error: trans.__('Cell run, error'),
    execution_scheduled: trans.__('Cell begun'),
    execution_aborted: trans.__('Cell not run'),
    notebook_opened: trans.__('Notebook opened'),
    notebook_saved: trans.__('Notebook saved'),
    notebook_closed: trans.__('Notebook closed'),
    notebook_visible: trans.__('Notebook shown'),
    notebook_hidden: trans.__('Notebook hidden'),
    session_start: trans.__('Work begun'),
    session_end: trans.__('Work ended'),
    active_cell_changed: trans.__('At another cell'),
    cell_added: trans.__('Cell added'),
    cell_removed: trans.__('Cell removed'),
    cell_edited: trans.__('Characters edited'),
    clipboard_paste: trans.__('Characters pasted'),
    kernel_started: trans.__('Kernel started'),
    kernel_restarted: trans.__('Kernel restarted'),
    kernel_died: trans.__('Kernel died'),
    kernel_interrupted: trans.__('Kernel interrupted'),
    idle: trans.__('A minute without input'),
    active: trans.__('Input again'),
    progress_update: trans.__('Cells done'),
    help: trans.__('Help asked for'),
    help_stop: trans.__('Help no longer asked for'),
    hint_seen: trans.__('Hint seen'),
    client_dropped: trans.__('Events dropped'),
    consent_changed: trans.__('Your choice')
  };
  return Object.hasOwn(words, type) ? words[type as EventType] : type;
}
