import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { CellTable } from '../notebook/CellTable'
import '../notebook/notebook.css'
import type { Range } from '../range/range'
import { RangePicker } from '../range/RangePicker'
import { useRange } from '../range/use-range'
import { clockTime, dayInWords } from '../range/zoned'
import { Answer } from '../view/Answer'
import { Loading } from '../view/Loading'
import { View } from '../view/View'
import { ClusterTable } from './ClusterTable'
import { csvAddress, useReport } from './report'
import './report.css'
import { StudentTable } from './StudentTable'
import { SummaryPart } from './SummaryPart'
import './words'

/** After class: who finished what, where the time went, what went wrong, how long who waited; for paper and spreadsheet too. */
export function ReportView() {
  const { t } = useTranslation('report')
  const { id } = useClassEntry()
  const { range, choose } = useRange()
  return (
    <View
      title={t('title')}
      question={t('question')}
      tools={
        range && (
          <>
            <RangePicker range={range} onChoose={choose} />
            <Button
              component="a"
              href={csvAddress(id, range)}
              download
              variant="default"
              leftSection={<IconDownload size="1rem" />}
            >
              {t('csv')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size="1rem" />}
              onClick={() => window.print()}
            >
              {t('print')}
            </Button>
          </>
        )
      }
    >
      {range ? <Report range={range} /> : <Loading />}
    </View>
  )
}

function Report({ range }: { range: Range }) {
  const { t, i18n } = useTranslation('report')
  const { id, name, zone } = useClassEntry()
  const clock = (at: string) => clockTime(at, zone, i18n.language)
  const day = (at: string) => dayInWords(at, zone, i18n.language)
  return (
    <Answer query={useReport(id, range)}>
      {(report) => (
        <>
          <p className="report-span">
            <strong>{name}</strong>{' '}
            {t('span', {
              day: day(report.from),
              from: clock(report.from),
              to: `${day(report.to) === day(report.from) ? '' : `${day(report.to)} `}${clock(report.to)}`,
              zone,
            })}
          </p>
          {report.students.every(({ runs }) => runs === 0) ? (
            <p>{t('nothing')}</p>
          ) : (
            <>
              <SummaryPart report={report} />
              <StudentTable students={report.students} />
              <CellTable cells={report.cells} />
              <ClusterTable clusters={report.clusters} />
            </>
          )}
        </>
      )}
    </Answer>
  )
}
