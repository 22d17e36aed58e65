import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../frame/Dialog'
import { foundCommands, type Command } from './commands'
import { useCommands } from './use-commands'
import './palette.css'
import './words'

/** Everything by typing a few letters of it: students, views, the next who asks. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keyboard')
  const commands = useCommands()
  const [query, setQuery] = useState('')
  const [place, setPlace] = useState(0)
  const list = useId()
  const found = foundCommands(commands, query)
  const chosen = Math.min(place, found.length - 1)
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
  }
  const move = (event: KeyboardEvent) => {
    // While a Japanese word is being composed, Enter and arrows belong to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') run(found[chosen])
    else if (event.key === 'ArrowDown') setPlace(Math.min(found.length - 1, chosen + 1))
    else if (event.key === 'ArrowUp') setPlace(Math.max(0, chosen - 1))
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={t('palette')} onClose={onClose}>
      <input
        className="palette-query"
        type="text"
        role="combobox"
        aria-label={t('query')}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${chosen}` : undefined}
        data-autofocus
        placeholder={t('query')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setPlace(0)
        }}
        onKeyDown={move}
      />
      <ul id={list} role="listbox" aria-label={t('palette')} className="palette-list">
        {found.map((command, at) => (
          <li
            key={command.key}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === chosen}
            onClick={() => run(command)}
          >
            <span>{command.name}</span>
            <span className="palette-kind">{command.kind}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p role="status">{t('nothing')}</p>}
    </Dialog>
  )
}
