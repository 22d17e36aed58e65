import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClassEntry } from '../api/client'
import { LanguageSwitch } from '../frame/LanguageSwitch'
import { SignOutButton } from '../frame/SignOutButton'
import { ThemeSwitch } from '../frame/ThemeSwitch'
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
      <LessonClock zone={entry.zone} />
      <p className="header-code">
        <span>{t('header.joinCode')}</span> <code>{entry.joinCode}</code>
      </p>
      <div className="header-actions">
        <LanguageSwitch />
        <ThemeSwitch />
        <SignOutButton />
      </div>
    </header>
  )
}
