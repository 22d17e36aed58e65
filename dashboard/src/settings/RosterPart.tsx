import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { Answer } from '../view/Answer'
import { Outcome } from '../view/Outcome'
import { SortableTable, type Column } from '../view/SortableTable'
import { Part } from '../view/View'
import { RosterField } from './RosterField'
import { useClassStudents, type ClassStudent } from './students'
import { useRosterEdits } from './use-roster-edits'

/** The roster: reading and team are changed where they stand, and every change can be taken back. Who may not change it searches and sorts. */
export function RosterPart({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const students = useClassStudents(id)
  const edits = useRosterEdits(id)
  const columns = useColumns(edits, mayChange)
  const [search, setSearch] = useState('')
  return (
    <Part
      title={t('roster.title')}
      tools={
        <TextInput
          type="search"
          size="xs"
          aria-label={t('roster.search')}
          placeholder={t('roster.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      }
    >
      <Answer query={students}>
        {(known) =>
          known.length === 0 ? (
            <p>{t('roster.none')}</p>
          ) : (
            <SortableTable
              label={t('roster.title')}
              columns={columns}
              rows={known.filter((student) => matches(student, search))}
              keyOf={({ student }) => student}
              first="number"
            />
          )
        }
      </Answer>
      <Outcome of={edits.save} done="" />
    </Part>
  )
}

function useColumns(edits: ReturnType<typeof useRosterEdits>, mayChange: boolean) {
  const { t } = useTranslation('settings')
  const nameOf = ({ name, student }: ClassStudent) =>
    name ?? t('roster.unnamed', { mark: student.slice(0, 4) })
  const field = (name: 'reading' | 'team', label: (name: string) => string) => ({
    name,
    label: t(`roster.${name}`),
    value: (student: ClassStudent) => student[name],
    show: (student: ClassStudent) =>
      mayChange ? (
        <RosterField
          label={label(nameOf(student))}
          value={edits.detailsOf(student)[name]}
          onType={(text) => edits.type(student, { [name]: text })}
          onLeave={() => edits.store(student)}
        />
      ) : (
        (student[name] ?? '–')
      ),
  })
  return [
    {
      name: 'number',
      label: t('roster.number'),
      value: ({ studentNumber }) => studentNumber,
      show: ({ studentNumber }) => studentNumber ?? '–',
    },
    { name: 'name', label: t('roster.name'), head: true, value: ({ name }) => name, show: nameOf },
    field('reading', (name) => t('roster.readingOf', { name })),
    field('team', (name) => t('roster.teamOf', { name })),
    {
      name: 'joined',
      label: t('roster.joined'),
      value: ({ joined }) => (joined ? 1 : 0),
      show: ({ joined }) => (
        <span className={joined ? undefined : 'quiet'}>{t(joined ? 'roster.yes' : 'roster.notYet')}</span>
      ),
    },
  ] as const satisfies readonly Column<ClassStudent>[]
}

function matches({ name, reading, studentNumber, team }: ClassStudent, search: string): boolean {
  const wanted = search.normalize('NFKC').toLowerCase()
  return [name, reading, studentNumber, team].some((text) =>
    (text ?? '').normalize('NFKC').toLowerCase().includes(wanted),
  )
}
