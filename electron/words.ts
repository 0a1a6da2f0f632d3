import { readFileSync } from 'node:fs'

/** The few words the shell itself shows. */
export type ShellWords = {
  readonly product: string
  readonly openDesk: string
  readonly openKiosk: string
  readonly quit: string
  readonly alreadyRunning: string
  /** Stands while data are brought up; `{{step}}` and `{{of}}` are filled in. */
  readonly upgrading: string
  readonly upgradeStep: string
}

/**
 * Words in the language of the system, Chinese where the product does not have it.
 * @example readWords('zh-CN').quit // '退出'
 */
export function readWords(locale: string): ShellWords {
  const language = locale.startsWith('en') ? 'en' : 'zh-Hans'
  const file = new URL(`../locales/${language}/shell.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as ShellWords
}
