import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClassStudent } from './students'

interface RosterRowProps {
  readonly student: ClassStudent
  readonly onChange: (reading: string, team: string) => void
}

/** A student of the roster; a field is saved when it is left, or with Enter. */
export function RosterRow({ student, onChange }: RosterRowProps) {
  const { t } = useTranslation('settings')
  const [reading, setReading] = useState(student.reading ?? '')
  const [team, setTeam] = useState(student.team ?? '')
  const name = student.name ?? t('roster.unnamed', { mark: student.student.slice(0, 4) })
  const save = () => {
    if (reading !== (student.reading ?? '') || team !== (student.team ?? '')) {
      onChange(reading.trim(), team.trim())
    }
  }
  const field = (label: string, value: string, set: (value: string) => void) => (
    <TextInput
      size="xs"
      aria-label={label}
      maxLength={100}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
      }}
    />
  )
  return (
    <tr>
      <td>{student.studentNumber ?? '–'}</td>
      <th scope="row">{name}</th>
      <td>{field(t('roster.readingOf', { name }), reading, setReading)}</td>
      <td>{field(t('roster.teamOf', { name }), team, setTeam)}</td>
      <td className={student.joined ? undefined : 'quiet'}>
        {t(student.joined ? 'roster.yes' : 'roster.notYet')}
      </td>
    </tr>
  )
}
