import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useUndo } from '../class-page/undo'
import { dayInWords } from '../range/zoned'
import { useSignedIn } from '../session/SessionGate'
import { Answer } from '../view/Answer'
import { useFailureInWords } from '../view/failure'
import { Part } from '../view/View'
import { useKeys, useRevokeKey, type Key } from './keys'
import { NewKeyForm } from './NewKeyForm'

/** The keys that may send for this class; a revoked one can be taken back for a moment, then it is worthless. */
export function KeysPart() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const { role } = useSignedIn()
  const keys = useKeys(id)
  const { mutateAsync: revoke } = useRevokeKey(id)
  const failed = useFailureInWords()
  const { soon, pending } = useUndo()
  const remove = ({ id: key, name }: Key) =>
    soon({ key: revoking(key), text: t('keys.revoked', { name }), run: () => revoke(key), failed })
  return (
    <Part title={t('keys.title')} hint={t('keys.hint')}>
      <Answer query={keys}>
        {(known) => {
          const shown = known.filter((key) => !pending.has(revoking(key.id)))
          return shown.length === 0 ? (
            <p className="quiet">{t('keys.none')}</p>
          ) : (
            <KeyTable keys={shown} onRevoke={remove} />
          )
        }}
      </Answer>
      {role === 'admin' ? <NewKeyForm /> : <p className="quiet">{t('keys.adminOnly')}</p>}
    </Part>
  )
}

function revoking(key: string): string {
  return `revoke ${key}`
}

function KeyTable({ keys, onRevoke }: { keys: readonly Key[]; onRevoke: (key: Key) => void }) {
  const { t, i18n } = useTranslation('settings')
  const { zone } = useClassEntry()
  return (
    <div className="figures-frame">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('keys.name')}</th>
            <th scope="col">{t('keys.realm')}</th>
            <th scope="col">{t('keys.trusted')}</th>
            <th scope="col">{t('keys.created')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td>{key.realm}</td>
              <td>{t(key.trusted ? 'keys.yes' : 'keys.no')}</td>
              <td>{dayInWords(key.createdAt, zone, i18n.language)}</td>
              <td>
                <Button size="xs" variant="default" onClick={() => onRevoke(key)}>
                  {t('keys.revoke', { name: key.name })}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
