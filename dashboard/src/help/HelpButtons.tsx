import { Button } from '@mantine/core'
import { IconCheck, IconWalk } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Help } from '../live/frames'
import { useHelpActions, useHolder } from './help-actions'
import './help-buttons.css'

/** Who is on it, and the next step: to come, or to be done. `name`: of the student. */
export function HelpButtons({ help, name }: { help: Help; name: string }) {
  const { t } = useTranslation()
  const { onMyWay, resolve, isResolving } = useHelpActions()
  const holder = useHolder()(help)
  if (isResolving(help)) return <p className="help-holder">{t('help.resolving')}</p>
  return (
    <div className="help-buttons">
      {holder !== 'nobody' && (
        <span className="help-holder" data-holder={holder}>
          {holder === 'me' ? t('help.mine') : t('help.held', { name: help.claim?.name ?? '?' })}
        </span>
      )}
      {holder === 'nobody' && (
        <Button
          size="compact-sm"
          leftSection={<IconWalk size="1rem" aria-hidden="true" />}
          aria-label={t('help.comingTo', { name })}
          onClick={(event) => {
            toTheName(event)
            void onMyWay(help, name)
          }}
        >
          {t('help.coming')}
        </Button>
      )}
      {holder !== 'other' && (
        <Button
          size="compact-sm"
          variant={holder === 'me' ? 'filled' : 'default'}
          leftSection={<IconCheck size="1rem" aria-hidden="true" />}
          aria-label={t('help.helpedOf', { name })}
          onClick={(event) => {
            toTheName(event)
            resolve(help, name)
          }}
        >
          {t('help.helped')}
        </Button>
      )}
    </div>
  )
}

/** A button that is about to go gives the keyboard's focus to the student's name beside it. */
function toTheName(event: MouseEvent<HTMLElement>): void {
  const byKeyboard = event.detail === 0
  if (byKeyboard)
    event.currentTarget.closest('li')?.querySelector<HTMLElement>('.rail-name, .help-name')?.focus()
}
