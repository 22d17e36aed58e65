import { addWords } from '../../i18n'
import en from './en.json'
import ja from './ja.json'

declare module '../../i18n' {
  interface Words {
    keyboard: typeof en
  }
}

addWords('keyboard', { en, ja })
