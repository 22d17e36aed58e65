import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '../i18n'

/** Japanese or English; each in its own words, and kept for the next visit. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language.label')}
      transitionDuration={0}
      data={LANGUAGES.map((language) => ({ value: language, label: t(`language.${language}`) }))}
      value={i18n.resolvedLanguage ?? 'en'}
      onChange={(language) => void i18n.changeLanguage(language)}
    />
  )
}
