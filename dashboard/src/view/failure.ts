import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestRefused } from '../api/answer'
import { RequestFailed } from '../api/client'
import { limitInWords } from './limits'
import './words'

/** What went wrong and what to do, in words. */
export function failureInWords(t: TFunction<'view'>, error: Error): string {
  const status = error instanceof RequestFailed ? error.status : 0
  const problem = error instanceof RequestRefused ? error.problem : null
  switch (status) {
    case 0:
      return t('failure.unreachable')
    case 401:
      return t('failure.signedOut')
    case 403:
      return t('failure.forbidden')
    case 404:
    case 410:
      return t('failure.missing')
    case 400:
    case 415:
    case 422:
      if (problem?.field && problem.limit) {
        return t('failure.invalidField', {
          field: problem.field,
          limit: limitInWords(t, problem.limit),
        })
      }
      return problem?.detail
        ? t('failure.invalid', { detail: problem.detail })
        : t('failure.other', { status })
    case 409:
      return t('failure.conflict')
    case 413:
      return t('failure.large')
    case 429:
      return t('failure.tooMany')
    case 502:
    case 503:
    case 504:
      return t('failure.busy')
    default:
      return t('failure.other', { status })
  }
}

/** The same for what is done later (`Soon.failed`). */
export function useFailureInWords(): (error: unknown) => string {
  const { t } = useTranslation('view')
  return useCallback(
    (error: unknown) => failureInWords(t, error instanceof Error ? error : new RequestFailed(0)),
    [t],
  )
}
