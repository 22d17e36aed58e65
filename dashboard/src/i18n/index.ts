import i18next from 'i18next'
import LanguageDetector from 'i18next-browser-languagedetector'
import { initReactI18next } from 'react-i18next'
import en from './en.json'
import { isolate } from './isolate'
import ja from './ja.json'

export const LANGUAGES = ['ja', 'en'] as const

/** Whose words there are: those of every page, and a name space for each view that is loaded when it is opened (`addWords`). */
export interface Words {
  translation: typeof en
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: Words
  }
}

/** The words of a view; its module calls this when it is loaded, and declares their type as a member of `Words`. */
export function addWords(view: keyof Words, words: Record<(typeof LANGUAGES)[number], object>): void {
  for (const language of LANGUAGES) i18next.addResourceBundle(language, view, words[language])
}

/** Words in the browser's language, or the one chosen last; `<html lang>` follows. */
export async function startLanguages(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next
    .use(LanguageDetector)
    .use(initReactI18next)
    .init({
      resources: { en: { translation: en }, ja: { translation: ja } },
      showSupportNotice: false,
      fallbackLng: 'en',
      supportedLngs: LANGUAGES,
      nonExplicitSupportedLngs: true,
      load: 'languageOnly',
      // Preact escapes what HTML would take for its own.
      interpolation: { escape: isolate },
      detection: {
        order: ['localStorage', 'navigator'],
        caches: ['localStorage'],
        lookupLocalStorage: 'cell-monitor-language',
      },
    })
}
