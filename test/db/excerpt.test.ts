import type * as Fold from '../../platform/search/fold.ts'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { excerptOf, markWords } from '../../platform/search/excerpt.ts'
import { foldCharacter } from '../../platform/search/fold.ts'
import { storedText } from '../../db/search/stored-text.ts'
import { queryWords } from '../../platform/search/terms.ts'
import { bodyText } from '../../domain/notice/body-text.ts'
import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import type { Body } from '../../domain/notice/body.ts'
import type { PublicContent } from '../../domain/notice/content.ts'

vi.mock('../../platform/search/fold.ts', async (original) => {
  const fold = await original<typeof Fold>()
  return { ...fold, foldCharacter: vi.fn(fold.foldCharacter) }
})

const plain = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('')

function contentOf(body: Body): string {
  return canonicalContent({
    format: 'board-edition/1',
    ...{ title: '"text":"标题"', noticeKind: 'NOTIFICATION', documentNumber: '', documentDate: null },
    ...{ issueDate: null, disclosureMode: 'PROACTIVE', audience: 'PUBLIC', addressee: '', signature: '' },
    ...{ office: { name: '示例县云溪镇人民政府', uscc: '' }, attachments: [] },
    ...{ catalogue: { name: '目录', level1: '财务', level2: '' }, body },
  } as PublicContent)
}

describe('the excerpt of a hit', () => {
  beforeEach(() => {
    vi.mocked(foldCharacter).mockClear()
  })

  it('folds only the characters it shows, however long the text and wherever the hit', () => {
    const text = `${'无关的文字。'.repeat(100_000)}今日停電检修${'，无关'.repeat(100_000)}`
    const parts = excerptOf(text, ['停电'], 80)
    expect(parts).toContainEqual({ text: '停電', hit: true })
    expect(parts[0]).toEqual({ text: '…', hit: false })
    expect(parts.at(-1)).toEqual({ text: '…', hit: false })
    expect(vi.mocked(foldCharacter).mock.calls.length).toBeLessThanOrEqual(80)
  })

  it('begins with the text when nothing hits, and leaves a short text whole', () => {
    expect(excerptOf('因检修，河西村停电。', ['低保'], 80)).toEqual([
      { text: '因检修，河西村停电。', hit: false },
    ])
    expect(plain(excerptOf('一'.repeat(200), [], 80))).toBe(`${'一'.repeat(80)}…`)
  })

  it('finds what folding the whole text would find', () => {
    const characters = fc.constantFrom('漢', '汉', '文', 'Ａ', 'a', 'B', '⽇', '日', '𠮷', '.', '1')
    const texts = fc.array(characters, { minLength: 1, maxLength: 30 }).map((list) => list.join(''))
    fc.assert(
      fc.property(texts, texts, (text, typed) => {
        const words = queryWords(typed)
        expect(excerptOf(text, words, 1000)).toEqual(markWords(text, words))
        const hit = markWords(text, words).some((part) => part.hit)
        const long = `${'。'.repeat(300)}${text}${'。'.repeat(300)}`
        expect(excerptOf(long, words, 400).some((part) => part.hit)).toBe(hit)
      }),
    )
  })

  it('never cuts a character of two units in half', () => {
    expect(plain(excerptOf(`${'𠮷'.repeat(50)}停电${'𠮷'.repeat(50)}`, ['停电'], 9)).isWellFormed()).toBe(
      true,
    )
  })
})

describe('the text as stored', () => {
  const body: Body = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '他说 "text":"假" \\ 完' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '低' },
          { type: 'text', text: '保', marks: [{ type: 'bold' }] },
          { type: 'hardBreak' },
          { type: 'text', text: '名单' },
        ],
      },
      {
        type: 'table',
        content: ['周敏', '300'].map((text) => ({
          type: 'tableRow' as const,
          content: [
            {
              type: 'tableCell' as const,
              content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
            },
          ],
        })),
      },
    ],
  }

  it('reads like the body itself, a word with a bold middle as one word', () => {
    expect(storedText(contentOf(body))).toBe(bodyText(body).replaceAll(/\s+/g, ' ').trim())
  })

  it('is the beginning of it when the content was cut off, at whatever place', () => {
    const content = contentOf(body)
    const whole = storedText(content)
    for (let length = 0; length <= content.length; length++) {
      expect(whole.startsWith(storedText(content.slice(0, length)))).toBe(true)
    }
  })
})
