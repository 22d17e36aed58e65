import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { arrivals } from '../classroom/arrivals'
import type { Attention } from '../classroom/attention'
import { studentName } from '../classroom/words'

/** Says to screen readers, politely, who is new in the rail. */
export function Arrivals({ entries }: { entries: readonly Attention[] }) {
  const { t } = useTranslation()
  const [before, setBefore] = useState(() => arrivals(null, entries))
  const next = before.entries === entries ? before : arrivals(before, entries)
  if (next !== before) setBefore(next)
  return (
    <VisuallyHidden aria-live="polite" component="div">
      {next.arrived.map(({ student }) => (
        <p key={`${student.student} ${student.state}`}>
          {t('rail.arrived', {
            name: studentName(t, student),
            state: t(`stateSentence.${student.state}`, { minutes: 0 }),
          })}
        </p>
      ))}
    </VisuallyHidden>
  )
}
