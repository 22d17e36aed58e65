import type { TranslationBundle } from '@jupyterlab/translation';
import type { Choice, ChoiceChange } from '../server/answers';

/** One way to answer the notice: its words, and what it means. */
export interface Answer {
  label: string;
  choice: ChoiceChange;
  /** Whether it is the one that lets the work be sent. */
  isYes: boolean;
}

/** How the notice may be answered: by consent, or only by having read it. */
export function answers(
  choice: Choice,
  trans: TranslationBundle
): readonly Answer[] {
  if (!choice.consent_required) {
    const label = trans.__('I have read this');
    return [{ label, choice: { notice_seen: true }, isYes: true }];
  }
  return [
    {
      label: trans.__('I do not agree'),
      choice: { notice_seen: true, agreed: false },
      isYes: false
    },
    {
      label: trans.__('I agree'),
      choice: { notice_seen: true, agreed: true },
      isYes: true
    }
  ];
}
