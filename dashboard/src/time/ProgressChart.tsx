import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChartContent } from '../charts/chart'
import { FigureChart } from '../charts/FigureChart'
import { useClassEntry } from '../class-page/class-entry'
import { useNotebooks } from '../notebook/statistics'
import type { Range } from '../range/range'
import { Answer } from '../view/Answer'
import { Part } from '../view/View'
import { useProgress, type ProgressTimeline } from './timelines'
import { useMoments } from './use-moments'

/** How far the class was in a notebook: half of it, and its quarters. */
export function ProgressChart({ range }: { range: Range }) {
  const { t } = useTranslation('time')
  const { id } = useClassEntry()
  const notebooks = useNotebooks(id)
  const [wanted, setWanted] = useState<string | null>(null)
  const notebook = wanted ?? notebooks.data?.[0]?.notebook
  return (
    <Part
      title={t('progress.title')}
      tools={
        (notebooks.data?.length ?? 0) > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t('progress.notebook')}
            value={notebook}
            onChange={(event) => setWanted(event.currentTarget.value)}
            data={(notebooks.data ?? []).map((one) => ({ value: one.notebook, label: one.path }))}
          />
        )
      }
    >
      <Answer query={notebooks}>
        {() =>
          notebook === undefined ? (
            <p className="quiet">{t('progress.none')}</p>
          ) : (
            <Quartiles notebook={notebook} range={range} />
          )
        }
      </Answer>
    </Part>
  )
}

function Quartiles({ notebook, range }: { notebook: string; range: Range }) {
  const { t } = useTranslation('time')
  const { id } = useClassEntry()
  const moments = useMoments()
  const content = ({ rows }: ProgressTimeline): ChartContent => ({
    kind: 'line',
    labels: moments(rows.map(({ interval }) => ({ at: Date.parse(interval) }))),
    yTitle: t('progress.cells'),
    series: [
      { name: t('progress.q3'), hue: 'finished', dashed: true, values: rows.map(({ q3 }) => q3) },
      { name: t('progress.median'), hue: 'asking', values: rows.map(({ median }) => median) },
      { name: t('progress.q1'), hue: 'stuck', dashed: true, values: rows.map(({ q1 }) => q1) },
    ],
  })
  return (
    <Answer query={useProgress(id, notebook, range)}>
      {(timeline) => (
        <FigureChart caption={t('progress.caption')} labelled={t('when')} content={content(timeline)} />
      )}
    </Answer>
  )
}
