import { existsSync, readFileSync } from 'node:fs'
import type { Refusal } from '../domain/refusal.ts'
import { requestField } from '../domain/request-field.ts'

/** Languages of the command line. */
export const CLI_LANGUAGES = ['zh-Hans', 'en'] as const
/** One language of the command line. */
export type CliLanguage = (typeof CLI_LANGUAGES)[number]

/** Values that fill a sentence. */
export type SentenceParams = Readonly<Record<string, string | number | boolean>>

/** Looks up and fills sentences of one language. */
export type Sentences = {
  /** The sentence of a key such as `cli:exported`; the key itself where there is none. */
  readonly say: (key: string, params?: SentenceParams) => string
  /** The sentence of a refusal. */
  readonly refusal: (refusal: Refusal) => string
}

type Texts = { readonly [key: string]: string | Texts }

/**
 * Reads the sentences of a language from the same files the screens use. Not i18next: that is part of the screens'
 * bundle and not installed beside the server.
 * @example sentencesIn('zh-Hans').say('errors:backup.not-a-backup') // '这里没有本系统的备份。'
 */
export function sentencesIn(language: CliLanguage): Sentences {
  const files = new Map<string, Texts>()
  const find = (key: string): string | null => {
    const [namespace = '', path = ''] = key.split(':')
    const texts = files.get(namespace) ?? readTexts(language, namespace)
    files.set(namespace, texts)
    let at: string | Texts | undefined = texts
    for (const part of path.split('.')) at = typeof at === 'object' ? at[part] : undefined
    return typeof at === 'string' ? at : null
  }
  const say = (key: string, params: SentenceParams = {}): string => {
    const text = find(key)
    if (text === null) return key
    return text
      .replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
      .replaceAll(/\$t\(([\w:.-]+)\)/g, (_, other: string) => say(other))
  }
  const refusal = ({ code, params }: Refusal): string => {
    const path = code === 'request.invalid' ? params['field'] : undefined
    const field = requestField(path)
    if (field !== null) return say('terms:requestFieldInvalid', { field: say(`terms:requestField.${field}`) })
    // An option of the command line is what the person has typed.
    if (typeof path === 'string' && path.startsWith('--'))
      return say('terms:requestFieldInvalid', { field: path })
    return say(`errors:${code}`, params)
  }
  return { say, refusal }
}

function readTexts(language: CliLanguage, namespace: string): Texts {
  // From a checkout this file is server/sentence.ts; built, it is out/server/sentence.js beside the same locales.
  for (const root of ['../', '../../']) {
    const file = new URL(`${root}locales/${language}/${namespace}.json`, import.meta.url)
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Texts
  }
  return {}
}
