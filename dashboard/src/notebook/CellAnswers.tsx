import { Button, CloseButton, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { cellName } from '../classroom/words'
import { useFocusInside } from '../frame/use-focus-inside'
import type { Range } from '../range/range'
import { Answer } from '../view/Answer'
import { alikeAnswers, type AlikeAnswers } from './alike'
import { AnswerCard } from './AnswerCard'
import { useCellAnswers } from './statistics'

const WHICH = ['all', 'good', 'failed'] as const
type Which = (typeof WHICH)[number]

interface CellAnswersProps {
  readonly notebook: string
  readonly cell: string
  readonly cellIndex: number | null
  readonly range: Range
  readonly onClose: () => void
}

/** All students' answers to one cell side by side, the same ones once; with names, or without for showing them to the class. */
export function CellAnswers({ notebook, cell, cellIndex, range, onClose }: CellAnswersProps) {
  const { t } = useTranslation('notebook')
  const { t: words } = useTranslation()
  const { id } = useClassEntry()
  const answers = useCellAnswers(id, notebook, cell, range)
  const [which, setWhich] = useState<Which>('all')
  const [named, setNamed] = useState(true)
  const [reference, setReference] = useState<AlikeAnswers | null>(null)
  const section = useFocusInside<HTMLElement>()
  const title = t('answers.title', { cell: cellName(words, cellIndex) ?? words('aCell') })
  return (
    <section ref={section} className="part answers" aria-label={title} tabIndex={-1}>
      <div className="part-head">
        <h3>{title}</h3>
        <div className="view-tools">
          <SegmentedControl
            size="xs"
            aria-label={t('answers.filter')}
            transitionDuration={0}
            data={WHICH.map((value) => ({ value, label: t(`answers.${value}`) }))}
            value={which}
            onChange={(value) => setWhich(value)}
          />
          <Button size="xs" variant="default" onClick={() => setNamed(!named)}>
            {t(named ? 'answers.hide' : 'answers.show')}
          </Button>
          <CloseButton aria-label={t('answers.close')} onClick={onClose} />
        </div>
      </div>
      <p className="quiet">{t('answers.hint')}</p>
      <Answer query={answers}>
        {(known) => {
          const shown = alikeAnswers(
            known.filter(({ hasError }) => which === 'all' || hasError === (which === 'failed')),
          )
          if (shown.length === 0) return <p>{t(known.length === 0 ? 'answers.none' : 'answers.noneOf')}</p>
          return (
            <ul className="answer-cards">
              {shown.map((alike) => (
                <AnswerCard
                  key={alike.key}
                  alike={alike}
                  named={named}
                  reference={reference}
                  onCompare={setReference}
                />
              ))}
            </ul>
          )
        }}
      </Answer>
      {answers.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={answers.isFetchingNextPage}
          onClick={() => void answers.fetchNextPage()}
        >
          {t('answers.more')}
        </Button>
      )}
    </section>
  )
}
