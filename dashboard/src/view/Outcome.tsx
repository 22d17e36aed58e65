import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { failureInWords } from './failure'
import './words'

interface OutcomeProps {
  readonly of: { readonly isSuccess: boolean; readonly isError: boolean; readonly error: Error | null }
  /** Said on success, in place of "Saved". */
  readonly done?: string
}

/** How a change ended, said aloud too; nothing before. */
export function Outcome({ of, done }: OutcomeProps) {
  const { t } = useTranslation('view')
  return (
    <>
      <span role="status" className="outcome">
        {of.isSuccess && (done ?? t('saved'))}
      </span>
      {of.error && (
        <Alert color="red" variant="light" role="alert">
          {failureInWords(t, of.error)}
        </Alert>
      )}
    </>
  )
}
