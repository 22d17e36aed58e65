import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import { useOnTheWall } from '../class-page/on-the-wall'
import { usePeople } from '../class-page/people'
import { useStudentBeside } from '../class-page/use-student-beside'
import { VIEWS } from '../class-page/views'
import { helpQueue } from '../classroom/help-queue'
import { heldTiles } from '../classroom/tile-order'
import { byNeed } from '../classroom/urgency'
import { studentName } from '../classroom/words'
import { useHelpActions } from '../help/help-actions'
import { LANGUAGES } from '../i18n'
import type { Command } from './commands'

/** All that the palette offers just now: views first, then what can be done, then the students by need. */
export function useCommands(): readonly Command[] {
  return [...useViewCommands(), ...useActions(), ...useStudentCommands()]
}

function useViewCommands(): readonly Command[] {
  const { t } = useTranslation()
  const { id } = useClassEntry()
  const navigate = useNavigate()
  const views = VIEWS.map(({ name, path }) => ({ name: t(`views.${name}`), path, also: name }))
  return [...views, { name: t('views.wall'), path: 'wall', also: 'wall projector' }].map(
    ({ name, path, also }) => ({
      key: `view ${path}`,
      name,
      also,
      kind: t('palette.view'),
      run: () => void navigate(`/classes/${id}/${path}`),
    }),
  )
}

function useActions(): readonly Command[] {
  const { t, i18n } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  const help = useClassView((view) => view.help)
  const { onMyWay } = useHelpActions()
  const [next] = helpQueue(help.values()).waiting
  const asking = useClassView((view) => (next ? view.students.get(next.student) : undefined))
  const kind = t('palette.action')
  const commands: Command[] = LANGUAGES.map((language) => ({
    key: language,
    name: t(`language.${language}`),
    also: language,
    kind,
    run: () => void i18n.changeLanguage(language),
  }))
  commands.unshift({
    key: 'theme',
    name: t(dark ? 'theme.toLight' : 'theme.toDark'),
    also: 'theme',
    kind,
    run: () => setColorScheme(dark ? 'light' : 'dark'),
  })
  if (next) {
    commands.unshift({
      key: 'next',
      name: t('palette.takeNext'),
      also: 'help claim',
      kind,
      run: () => void onMyWay(next, studentName(t, asking ?? { student: next.student, name: null })),
    })
  }
  return commands
}

function useStudentCommands(): readonly Command[] {
  const { t } = useTranslation()
  const students = useClassView((view) => view.students)
  const people = usePeople()
  const now = useClassView((view) => view.now)
  const { open } = useStudentBeside()
  const onTheWall = useOnTheWall()
  // As when the palette was opened: nobody moves while somebody is about to be chosen.
  const [order] = useState(() => [...students.values()].sort(byNeed(now)).map(({ student }) => student))
  if (onTheWall) return []
  return heldTiles(order, [...students.keys()]).flatMap((key) => {
    const student = students.get(key)
    if (!student) return []
    const person = people.get(key)
    return {
      key: student.student,
      name: studentName(t, student),
      also: [person?.reading, person?.studentNumber, person?.team].filter(Boolean).join(' '),
      kind: t(`state.${student.state}`),
      run: () => open(student.student),
    }
  })
}
