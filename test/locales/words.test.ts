import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const LOCALES = resolve(import.meta.dirname, '../../locales')
const EXCHANGE = ['exchange', 'county', 'cli', 'errors', 'edition', 'desk']

type GivenUp = {
  readonly language: 'zh-Hans' | 'en'
  readonly word: RegExp
  readonly say: string
  /** Namespaces in which it holds; everywhere when none are named. */
  readonly among?: readonly string[]
}

/** Words given up, and the one that stands for the thing now (docs/exchange.md). */
const GIVEN_UP: readonly GivenUp[] = [
  { language: 'zh-Hans', word: /钥匙/u, say: '密钥' },
  { language: 'zh-Hans', word: /变动/u, say: '变更' },
  { language: 'zh-Hans', word: /上报包/u, say: '报送包' },
  { language: 'zh-Hans', word: /下发件|文件包/u, say: '下发包' },
  { language: 'zh-Hans', word: /数据库标识/u, say: '数据库编号' },
  // Only errors speak of both kinds of package at once.
  {
    language: 'zh-Hans',
    word: /数据包/u,
    say: '报送包，下发包',
    among: [...EXCHANGE, 'notice'].filter((one) => one !== 'errors'),
  },
  { language: 'zh-Hans', word: /未接收/u, say: '退回', among: EXCHANGE },
  { language: 'zh-Hans', word: /收下/u, say: '接收', among: EXCHANGE },
  { language: 'zh-Hans', word: /收存|等待前包/u, say: '留存', among: EXCHANGE },
  // 退回 is what the county does with a change; data that went back did something else.
  { language: 'zh-Hans', word: /退回过以前/u, say: '回到过以前', among: EXCHANGE },
  { language: 'en', word: /county(?:’s|'s)? package/iu, say: 'downward package', among: EXCHANGE },
  { language: 'en', word: /returned (?:item|edition)|never returned/iu, say: 'rejected', among: EXCHANGE },
  { language: 'en', word: /waiting packages?|package waits/iu, say: 'held', among: ['county', 'cli'] },
]

function* sentences(language: string, among: readonly string[] | undefined): Generator<[string, string]> {
  for (const file of globSync('*.json', { cwd: resolve(LOCALES, language) })) {
    if (among !== undefined && !among.includes(file.slice(0, -'.json'.length))) continue
    const walk = function* (tree: object, path: string): Generator<[string, string]> {
      for (const [key, value] of Object.entries(tree) as [string, string | object][]) {
        if (typeof value === 'string') yield [`${path}.${key}`, value]
        else yield* walk(value, `${path}.${key}`)
      }
    }
    yield* walk(JSON.parse(readFileSync(resolve(LOCALES, language, file), 'utf8')) as object, file)
  }
}

describe('One thing has one word', () => {
  it.each(GIVEN_UP)(
    'in $language $say, and nothing says $word any more',
    ({ language, word, say, among }) => {
      const found = [...sentences(language, among)].filter(([, text]) => word.test(text))
      expect(found, `say ${say}`).toEqual([])
    },
  )
})
