import { ActionIcon, Tooltip } from '@mantine/core'
import { IconKeyboard, IconPresentation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClassEntry } from '../api/client'
import { IconAction } from '../frame/IconAction'
import { LanguageSwitch } from '../frame/LanguageSwitch'
import { SignOutButton } from '../frame/SignOutButton'
import { ThemeSwitch } from '../frame/ThemeSwitch'
import { OPEN_KEYBOARD } from '../keyboard/shortcuts'
import { UpgradeNotice } from '../upgrade/UpgradeNotice'
import { LessonClock } from './LessonClock'
import { LiveIndicator } from './LiveIndicator'
import { NotebookLine } from './NotebookLine'
import './header.css'

/** Which class, is it true, what time is it, how do students join. */
export function Header({ entry, several }: { entry: ClassEntry; several: boolean }) {
  const { t } = useTranslation()
  const mark = <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" className="header-mark" />
  return (
    <header className="header">
      {several ? (
        <Link to="/" aria-label={t('classes.all')}>
          {mark}
        </Link>
      ) : (
        mark
      )}
      <div className="header-class">
        <h1>{entry.name}</h1>
        <NotebookLine />
      </div>
      <LiveIndicator zone={entry.zone} />
      <UpgradeNotice />
      <LessonClock zone={entry.zone} />
      <p className="header-code">
        <span>{t('header.joinCode')}</span> <code>{entry.joinCode}</code>
      </p>
      <div className="header-actions">
        <span className="header-wide">
          <Tooltip label={t('header.wall')} events={{ hover: true, focus: true, touch: false }}>
            <ActionIcon
              component={Link}
              to={`/classes/${entry.id}/wall`}
              variant="default"
              size="lg"
              aria-label={t('header.wall')}
            >
              <IconPresentation size="1.125rem" stroke={1.8} />
            </ActionIcon>
          </Tooltip>
          <IconAction label={t('header.keyboard')} onClick={openKeyboard}>
            <IconKeyboard size="1.125rem" stroke={1.8} />
          </IconAction>
        </span>
        <LanguageSwitch />
        <ThemeSwitch />
        <SignOutButton />
      </div>
    </header>
  )
}

function openKeyboard(): void {
  document.dispatchEvent(new CustomEvent(OPEN_KEYBOARD, { detail: 'help' }))
}
