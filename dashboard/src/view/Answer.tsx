import { Alert, Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureInWords } from './failure'
import { Loading } from './Loading'
import './words'

interface AnswerProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isFetching' | 'refetch'>
  readonly children: (data: T) => ReactNode
}

/** What an application answered, or in words that it is on its way, or why there is none and what to do. */
export function Answer<T>({ query, children }: AnswerProps<T>) {
  const { t } = useTranslation('view')
  const { data, error, isFetching } = query
  const again = (
    <Button size="xs" variant="default" loading={isFetching} onClick={() => void query.refetch()}>
      {t('retry')}
    </Button>
  )
  if (data === undefined) {
    if (!error) return <Loading />
    return (
      <Alert color="red" variant="light" role="alert" className="failure">
        <p>{failureInWords(t, error)}</p>
        {again}
      </Alert>
    )
  }
  return (
    <>
      {error && (
        <Alert color="yellow" variant="light" role="status" className="failure">
          <p>
            {t('old')} {failureInWords(t, error)}
          </p>
          {again}
        </Alert>
      )}
      {children(data)}
    </>
  )
}
