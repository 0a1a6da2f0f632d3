import type { NoticeLanguage } from '../notice/language.ts'

/** How the lines of a text run: from the left, from the right, or from the top in columns that follow each other to the right. */
export type TextDirection = 'LTR' | 'RTL' | 'VERTICAL_LR'

/** Which of the bundled faces a text needs; `LATIN` needs none. */
export type FontRole = 'MONGOLIAN' | 'TIBETAN' | 'NASKH' | 'HANGUL' | 'YI' | 'LATIN'

/** How the texts of a language are set. */
export type ScriptProfile = {
  /** What `lang` says, BCP 47. */
  readonly tag: string
  /** ISO 15924. */
  readonly script: 'Mong' | 'Tibt' | 'Arab' | 'Kore' | 'Latn' | 'Yiii'
  readonly direction: TextDirection
  /** Lines closer than this run into each other, as a multiple of the size. */
  readonly leastLineHeight: number
  readonly font: FontRole
  /** By how much it is set larger than Chinese to look the same size. */
  readonly scale: number
}

const ARABIC = {
  script: 'Arab',
  direction: 'RTL',
  leastLineHeight: 1.8,
  font: 'NASKH',
  scale: 1.1,
} as const

const LATIN = { script: 'Latn', direction: 'LTR', leastLineHeight: 1.5, font: 'LATIN', scale: 1 } as const

const PROFILES: Readonly<Record<NoticeLanguage, ScriptProfile>> = {
  'mn-Mong': {
    tag: 'mn-Mong',
    script: 'Mong',
    direction: 'VERTICAL_LR',
    leastLineHeight: 1.5,
    font: 'MONGOLIAN',
    scale: 1.15,
  },
  // Stacks reach far below the line (domain book §9.2).
  bo: { tag: 'bo', script: 'Tibt', direction: 'LTR', leastLineHeight: 1.8, font: 'TIBETAN', scale: 1.15 },
  ug: { ...ARABIC, tag: 'ug' },
  'kk-Arab': { ...ARABIC, tag: 'kk-Arab' },
  'ky-Arab': { ...ARABIC, tag: 'ky-Arab' },
  ko: { tag: 'ko', script: 'Kore', direction: 'LTR', leastLineHeight: 1.6, font: 'HANGUL', scale: 1 },
  za: { ...LATIN, tag: 'za' },
  ii: { tag: 'ii', script: 'Yiii', direction: 'LTR', leastLineHeight: 1.6, font: 'YI', scale: 1.1 },
  en: { ...LATIN, tag: 'en' },
}

/**
 * How a language is written: direction, least line height, face. Source: domain book §9.2; mlreq and tlreq of the W3C for
 * columns and stacks. The scales are by eye and unverified.
 * @example scriptOf('mn-Mong').direction // 'VERTICAL_LR'
 */
export function scriptOf(language: NoticeLanguage): ScriptProfile {
  return PROFILES[language]
}
