import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from './LanguageSwitch'
import { ThemeSwitch } from './ThemeSwitch'
import './page.css'

interface PageProps {
  readonly title: string
  /** More at the top right, beside language and theme. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page with one thing in its middle. */
export function Page({ title, actions, children }: PageProps) {
  const { t } = useTranslation()
  useTitle(title)
  return (
    <div className="page">
      <header className="page-bar">
        <Brand />
        <div className="page-actions">
          <LanguageSwitch />
          <ThemeSwitch />
          {actions}
        </div>
      </header>
      <main className="page-middle">{children}</main>
      <footer className="page-foot">{t('tagline')}</footer>
    </div>
  )
}

/** The product's mark and name. */
export function Brand() {
  const { t } = useTranslation()
  return (
    <span className="brand">
      <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="28" height="28" />
      {t('product')}
    </span>
  )
}

/** The title of the browser's tab. */
export function useTitle(title: string): void {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = title === t('product') ? title : `${title} · ${t('product')}`
  }, [title, t])
}
