import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { commonNotebook } from '../classroom/notebook'
import { useClassView } from '../class-page/class-view'

/** The notebook that most of the class works in. */
export function NotebookLine() {
  const { t } = useTranslation()
  const students = useClassView((view) => view.students)
  const { name, others } = useMemo(() => commonNotebook(students.values()), [students])
  if (name === null) return null
  return (
    <p className="header-notebook">
      {name}
      {others > 0 && <span> {t('header.moreNotebooks', { count: others })}</span>}
    </p>
  )
}
