import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { Answer } from '../view/Answer'
import { Outcome } from '../view/Outcome'
import { useUndo } from '../view/Undo'
import { SortHead } from '../view/SortHead'
import { sorted, useSorting, type Value } from '../view/sorting'
import { Part } from '../view/View'
import { RosterRow } from './RosterRow'
import { useClassStudents, useSetStudent, type ClassStudent } from './students'

const VALUES = {
  number: ({ studentNumber }) => studentNumber,
  name: ({ name }) => name,
  reading: ({ reading }) => reading,
  team: ({ team }) => team,
  joined: ({ joined }) => (joined ? 1 : 0),
} satisfies Record<string, (student: ClassStudent) => Value>
type Column = keyof typeof VALUES
const COLUMNS = Object.keys(VALUES) as Column[]

/** The roster: reading and team are changed where they stand, and every change can be taken back. */
export function RosterPart() {
  const { t, i18n } = useTranslation('settings')
  const { id } = useClassEntry()
  const students = useClassStudents(id)
  const save = useSetStudent(id)
  const { offer, bar } = useUndo()
  const [search, setSearch] = useState('')
  const { sorting, choose } = useSorting<Column>({ column: 'number', descending: false })
  const change = (before: ClassStudent, reading: string, team: string) => {
    const { student } = before
    const name = before.name ?? t('roster.unnamed', { mark: student.slice(0, 4) })
    const takeBack = () => save.mutate({ student, reading: before.reading ?? '', team: before.team ?? '' })
    save.mutate({ student, reading, team }, { onSuccess: () => offer(t('roster.saved', { name }), takeBack) })
  }
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
        {(known) => {
          const found = known.filter((student) => matches(student, search))
          const rows = sorted(found, VALUES[sorting.column], sorting.descending, i18n.language)
          return known.length === 0 ? (
            <p>{t('roster.none')}</p>
          ) : (
            <div className="figures-frame">
              <table className="figures">
                <thead>
                  <tr>
                    {COLUMNS.map((column) => (
                      <SortHead
                        key={column}
                        column={column}
                        label={t(`roster.${column}`)}
                        sorting={sorting}
                        onChoose={choose}
                      />
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((student) => (
                    <RosterRow
                      key={`${student.student} ${student.reading ?? ''} ${student.team ?? ''}`}
                      student={student}
                      onChange={(reading, team) => change(student, reading, team)}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }}
      </Answer>
      <Outcome of={save} done="" />
      {bar}
    </Part>
  )
}

function matches({ name, reading, studentNumber, team }: ClassStudent, search: string): boolean {
  const wanted = search.normalize('NFKC').toLowerCase()
  return [name, reading, studentNumber, team].some((text) =>
    (text ?? '').normalize('NFKC').toLowerCase().includes(wanted),
  )
}
