import { Button, Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { Outcome } from '../view/Outcome'
import { useMakeKey } from './keys'

/** Makes a key for this class and shows it once. */
export function NewKeyForm() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const make = useMakeKey(id)
  const required = (value: string) => (value.trim() === '' ? t('required') : null)
  const form = useForm({
    initialValues: { name: '', realm: '', trusted: false },
    validate: { name: required, realm: required },
  })
  return (
    <>
      <form
        className="settings-line"
        onSubmit={form.onSubmit((key) =>
          make.mutate({ ...key, classes: [id] }, { onSuccess: () => form.reset() }),
        )}
      >
        <TextInput label={t('keys.name')} maxLength={100} {...form.getInputProps('name')} />
        <TextInput label={t('keys.realm')} maxLength={100} {...form.getInputProps('realm')} />
        <Checkbox label={t('keys.trusted')} {...form.getInputProps('trusted', { type: 'checkbox' })} />
        <Button type="submit" variant="default" loading={make.isPending}>
          {t('keys.add')}
        </Button>
      </form>
      <Outcome of={make} done={t('keys.made')} />
      {make.data && (
        <code className="key-shown" data-shown-once>
          {make.data.key}
        </code>
      )}
    </>
  )
}
