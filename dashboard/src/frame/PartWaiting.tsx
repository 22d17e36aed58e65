import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** In place of a part of the page that is being loaded, or could not be. */
export function PartWaiting({ part }: { part: Pick<UseQueryResult, 'isError' | 'isFetching' | 'refetch'> }) {
  const { t } = useTranslation()
  if (!part.isError) return <p role="status">{t('loading')}</p>
  return (
    <div role="alert" className="part-problem">
      <p>{t('problem.part')}</p>
      <Button variant="default" loading={part.isFetching} onClick={() => void part.refetch()}>
        {t('problem.retry')}
      </Button>{' '}
      <Button variant="default" onClick={() => window.location.reload()}>
        {t('problem.reload')}
      </Button>
    </div>
  )
}
