import { scriptOf } from '../../../domain/language/script.ts'
import type { NoticeLanguage } from '../../../domain/notice/language.ts'

/**
 * What an element must say so that a text of this language is set, read out and broken rightly; goes with `script.css`.
 * @example scriptAttributes('ug') // { lang: 'ug', dir: 'rtl', 'data-script': 'Arab' }
 */
export function scriptAttributes(language: NoticeLanguage): {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly 'data-script': string
} {
  const { tag, direction, script } = scriptOf(language)
  return { lang: tag, dir: direction === 'RTL' ? 'rtl' : 'ltr', 'data-script': script }
}
