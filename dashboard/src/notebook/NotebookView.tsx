import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useClassEntry } from '../class-page/class-entry'
import type { Range } from '../range/range'
import { RangePicker } from '../range/RangePicker'
import { useRange } from '../range/use-range'
import { Answer } from '../view/Answer'
import { Loading } from '../view/Loading'
import { View } from '../view/View'
import { CellCharts } from './CellCharts'
import { CellTable } from './CellTable'
import { CellAnswers } from './CellAnswers'
import { Hardest } from './Hardest'
import './notebook.css'
import { useCellStatistics, useNotebooks, type ClassNotebook } from './statistics'
import './words'

/** Which cell is too hard? A notebook's cells with figures, and all students' answers to one of them. */
export function NotebookView() {
  const { t } = useTranslation('notebook')
  const { id } = useClassEntry()
  const { range, choose } = useRange()
  const notebooks = useNotebooks(id)
  const [parameters, setParameters] = useSearchParams()
  const wanted = parameters.get('notebook')
  // Another than the one that was asked for would answer another question.
  const chosen =
    wanted === null ? notebooks.data?.[0] : notebooks.data?.find(({ notebook }) => notebook === wanted)
  const chooseNotebook = (notebook: string) =>
    setParameters((now) => {
      const next = new URLSearchParams(now)
      next.set('notebook', notebook)
      next.delete('cell')
      return next
    })
  return (
    <View
      title={t('title')}
      question={t('question')}
      tools={
        <>
          {(notebooks.data?.length ?? 0) > 0 && (
            <NativeSelect
              label={t('notebook')}
              value={chosen?.notebook ?? ''}
              onChange={(event) => chooseNotebook(event.currentTarget.value)}
              data={[
                ...(chosen ? [] : [{ value: '', label: t('choose') }]),
                ...(notebooks.data ?? []).map((one) => ({ value: one.notebook, label: labelOf(one) })),
              ]}
            />
          )}
          {range && <RangePicker range={range} onChoose={choose} />}
        </>
      }
    >
      <Answer query={notebooks}>
        {() =>
          chosen ? (
            range ? (
              <Cells key={chosen.notebook} notebook={chosen.notebook} range={range} />
            ) : (
              <Loading />
            )
          ) : (
            <p>{t(wanted === null || notebooks.data?.length === 0 ? 'none' : 'unknown')}</p>
          )
        }
      </Answer>
    </View>
  )
}

function labelOf({ title, path }: ClassNotebook): string {
  return title ? `${title} (${path})` : path
}

function Cells({ notebook, range }: { notebook: string; range: Range }) {
  const { t } = useTranslation('notebook')
  const { id } = useClassEntry()
  const statistics = useCellStatistics(id, notebook, range)
  const [parameters, setParameters] = useSearchParams()
  const cell = parameters.get('cell')
  const open = (next: string | null) =>
    setParameters((now) => {
      const changed = new URLSearchParams(now)
      changed.set('notebook', notebook)
      if (next === null) changed.delete('cell')
      else changed.set('cell', next)
      return changed
    })
  return (
    <>
      {cell !== null && (
        <CellAnswers
          key={cell}
          notebook={notebook}
          cell={cell}
          cellIndex={statistics.data?.find(({ cellId }) => cellId === cell)?.cellIndex ?? null}
          range={range}
          onClose={() => open(null)}
        />
      )}
      <Answer query={statistics}>
        {(cells) =>
          cells.length === 0 ? (
            <p>{t('nothing')}</p>
          ) : (
            <>
              <Hardest cells={cells} onOpen={open} />
              <CellCharts cells={cells} />
              <CellTable cells={cells} open={cell} onOpen={open} />
            </>
          )
        }
      </Answer>
    </>
  )
}
