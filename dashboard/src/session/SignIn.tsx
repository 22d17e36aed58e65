import { Alert, Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { RequestFailed } from '../api/client'
import { Page } from '../frame/Page'
import { useSignIn } from './session'

/** The sign-in form, in place of whatever the address shows; afterwards that is shown. */
export function SignIn() {
  const { t } = useTranslation()
  const signIn = useSignIn()
  const required = (value: string) => (value.trim() === '' ? t('signIn.required') : null)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: '', password: '' },
    validate: { username: required, password: (value) => (value === '' ? t('signIn.required') : null) },
  })
  return (
    <Page title={t('signIn.title')}>
      <section className="panel">
        <h1>{t('signIn.title')}</h1>
        <form onSubmit={form.onSubmit((credentials) => signIn.mutate(credentials))} noValidate>
          {signIn.isError && (
            <Alert color="red" variant="light" role="alert">
              {failure(t, signIn.error)}
            </Alert>
          )}
          <TextInput
            label={t('signIn.username')}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            key={form.key('username')}
            {...form.getInputProps('username')}
          />
          <PasswordInput
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={signIn.isPending} mt="xs">
            {t('signIn.submit')}
          </Button>
        </form>
        <p className="quiet">{t('signIn.forStudents')}</p>
      </section>
    </Page>
  )
}

function failure(t: TFunction, error: Error): string {
  const status = error instanceof RequestFailed ? error.status : 0
  if (status === 401 || status === 403) return t('signIn.wrong')
  if (status === 429) return t('signIn.tooMany')
  if (status === 0) return t('signIn.unreachable')
  return t('signIn.failed', { status })
}
