import { useLocalStorage } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { VIEWS } from '../class-page/views'
import { Dialog } from '../frame/Dialog'
import { SINGLE_KEYS } from './shortcuts'
import './palette.css'
import './words'

const KEYS = [
  ['palette', ['Ctrl', 'K']],
  ['needs', ['n']],
  ['search', ['/']],
  ['arrows', ['←', '↑', '↓', '→']],
  ['open', ['Enter']],
  ['close', ['Esc']],
  ['undo', ['Ctrl', 'Z']],
  ['help', ['?']],
] as const

/** Which keys do what, and the switch that turns single keys off. */
export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keyboard')
  const [single, setSingle] = useLocalStorage({ key: SINGLE_KEYS, defaultValue: true })
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([name, keys]) => (
          <div key={name}>
            <dt>{t(`keys.${name}`)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('keys.views')}</dt>
          <dd>
            <kbd>1</kbd>–<kbd>{VIEWS.length}</kbd>
          </dd>
        </div>
      </dl>
      <label className="keys-single">
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => setSingle(event.currentTarget.checked)}
        />
        {t('single')}
      </label>
      <p className="keys-note">{t('note')}</p>
    </Dialog>
  )
}
