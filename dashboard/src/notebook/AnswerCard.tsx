import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStudentBeside } from '../class-page/use-student-beside'
import { studentName } from '../classroom/words'
import { CodeBlock } from '../code/CodeBlock'
import { CodeChanges } from '../code/CodeChanges'
import type { AlikeAnswers } from './alike'
import type { CellAnswer } from './statistics'

interface AnswerCardProps {
  readonly alike: AlikeAnswers
  readonly named: boolean
  /** What the others are compared with. */
  readonly reference: AlikeAnswers | null
  readonly onCompare: (reference: AlikeAnswers | null) => void
}

/** One answer with those who gave it; beside a chosen one only what is different. */
export function AnswerCard({ alike, named, reference, onCompare }: AnswerCardProps) {
  const { t } = useTranslation('notebook')
  const [first] = alike.answers
  const isReference = reference?.key === alike.key
  const compared = reference && !isReference ? reference.code : null
  const error = [first.errorName, first.errorMessage].filter(Boolean).join(': ')
  return (
    <li className="answer-card" data-failed={first.hasError} data-reference={isReference}>
      <p className="answer-who">
        {alike.answers.length > 1 && <strong>{t('answers.same', { count: alike.answers.length })} </strong>}
        {named && alike.answers.map((answer) => <Name key={answer.student} answer={answer} />)}
        {!named && alike.answers.length === 1 && t('answers.someone')}
      </p>
      {alike.code === null ? (
        <p className="quiet">{t('answers.notSent')}</p>
      ) : compared === null ? (
        <CodeBlock label={isReference ? t('answers.reference') : outcomeOf(first)} text={alike.code} />
      ) : (
        <CodeChanges label={t('answers.differs')} before={compared} after={alike.code} />
      )}
      {first.hasError && error && <CodeBlock label={t('answers.error')} text={error} look="error" />}
      {first.output && <CodeBlock label={t('answers.output')} text={first.output} look="output" />}
      {alike.code !== null && (
        <Button size="compact-xs" variant="default" onClick={() => onCompare(isReference ? null : alike)}>
          {t(isReference ? 'answers.compareEnd' : 'answers.compare')}
        </Button>
      )}
    </li>
  )

  function outcomeOf(answer: CellAnswer): string {
    const runs = t('answers.runs', { count: answer.runs })
    return `${t(answer.hasError ? 'answers.failed' : 'answers.good')} · ${runs}`
  }
}

function Name({ answer }: { answer: CellAnswer }) {
  const { t } = useTranslation()
  const { open } = useStudentBeside()
  const name = studentName(t, { student: answer.student, name: answer.name ?? null })
  return (
    <button type="button" className="link-button answer-name" onClick={() => open(answer.student)}>
      {name}
    </button>
  )
}
