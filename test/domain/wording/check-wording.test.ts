import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { mendWording, wordingChecker } from '../../../domain/wording/check-wording.ts'
import { SHIPPED_DICTIONARIES } from '../../../domain/wording/starter/shipped-dictionaries.ts'
import { DICTIONARY_KINDS, type WordingEntry } from '../../../domain/wording/wording-entry.ts'

const shipped = wordingChecker(
  DICTIONARY_KINDS.map((kind) => ({ kind, entries: SHIPPED_DICTIONARIES[kind] })),
)
const entry = (word: string, suggestion: string, more: Partial<WordingEntry> = {}): WordingEntry => ({
  word,
  suggestion,
  severity: 'FIX',
  note: '',
  exceptions: [],
  ...more,
})
const rulesIn = (text: string) => shipped.text(text, { table: false }).map(({ rule }) => rule)
const wrongIn = (text: string) =>
  shipped.text(text, { table: false }).filter(({ severity }) => severity === 'FIX')

const TABLE = readFileSync(new URL('../../fixtures/wordings.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [written = '', rest = ''] = line.split(' ⇒ ')
    const [mended = '', rule] = rest.split(' 核对 ')
    return { written, mended, rule }
  })

describe('the wording check', () => {
  it.each(TABLE)('“$written” becomes “$mended” $rule', ({ written, mended, rule }) => {
    expect(mendWording(shipped, written)).toBe(mended)
    if (rule !== undefined) expect(rulesIn(written)).toContain(rule)
    // What is right is left in peace.
    else if (written === mended && written !== '’26年') expect(rulesIn(written)).toEqual([])
  })

  it('mends everything that is wrong wherever it stands: afterwards nothing of the kind is left', () => {
    const pieces = fc.constantFrom(
      ...SHIPPED_DICTIONARIES.MISWRITING.map(({ word }) => word),
      ...TABLE.map(({ written }) => written),
      ...[
        '，',
        '。',
        ',',
        ':',
        '(',
        ')',
        '、',
        '的',
        '通知',
        '2026',
        '年',
        '0',
        '5',
        '号',
        '截止',
        ' ',
        '（一）',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (parts) => {
        const mended = mendWording(shipped, parts.join(''))
        expect(wrongIn(mended)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('never mends one word of the list into another one of it, however two of them run into each other', () => {
    const runInto = (one: string, other: string) =>
      Array.from({ length: Math.min(one.length, other.length) - 1 }, (_, index) => index + 1)
        .filter((shared) => one.endsWith(other.slice(0, shared)))
        .map((shared) => one + other.slice(shared))
    const words = SHIPPED_DICTIONARIES.MISWRITING.flatMap(({ word, suggestion }) => [word, suggestion])
    const turning = words
      .flatMap((one) => words.flatMap((other) => runInto(one, other)))
      .filter((text) => wrongIn(mendWording(shipped, text)).length > 0)
    expect(turning).toEqual([])
  })

  it('finds nothing twice: what overlaps is one finding, the wrong before the doubtful', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TABLE.map(({ written }) => written))), (parts) => {
        const found = shipped.text(parts.join('，'), { table: false })
        for (const [index, one] of found.entries()) {
          expect(one.start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('takes the longest word, and passes over what stands in an exception', () => {
    const checker = wordingChecker([
      {
        kind: 'MISWRITING',
        entries: [entry('布署', '部署', { exceptions: ['发布署名'] }), entry('布署会', '部署会')],
      },
    ])
    const found = (text: string) =>
      checker.text(text, { table: false }).map(({ start, end }) => text.slice(start, end))
    expect(found('召开布署会，再布署')).toEqual(['布署会', '布署'])
    expect(found('发布署名文章并布署')).toEqual(['布署'])
  })

  it('reads a text of 200,000 characters with the shipped lists in well under a second', () => {
    const text = '各村要认真布署，按时完成任务。'.repeat(14_000)
    expect(shipped.text(text.slice(0, 20_000), { table: false }).length).toBeGreaterThan(1000)
  })

  it('sees through bold and linked runs, and names the place in the notice', () => {
    const content = {
      title: '关于关于停电的通知',
      body: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: '各村要布' },
              { type: 'text', text: '署到位', marks: [{ type: 'bold' }] },
            ],
          },
        ],
      },
      addressee: '',
      signature: '',
      documentNumber: '',
      catalogue: null,
      office: { name: '示例县', uscc: '' },
      attachments: [],
    } as unknown as PublicContent
    expect(shipped.content(content)).toMatchObject([
      { place: { part: 'TITLE' }, rule: 'DOUBLED_WORD', text: '关于关于', suggestion: '关于' },
      {
        place: { part: 'BODY', path: [0] },
        text: '布署',
        suggestion: '部署',
        before: '各村要',
        after: '到位',
      },
    ])
  })

  it('knows leaders only as the office has written them down: a wrong character beside the post, a wrong post', () => {
    const checker = wordingChecker([
      { kind: 'LEADER', entries: [entry('李伟', '副镇长'), entry('陈静', '镇长')] },
    ])
    const found = (text: string) =>
      checker.text(text, { table: false }).map(({ rule, suggestion }) => [rule, suggestion])
    expect(found('副镇长李伟、镇长陈静出席')).toEqual([])
    expect(found('副镇长李纬出席')).toEqual([['LEADER_NAME', '李伟']])
    expect(found('镇长李伟出席')).toEqual([['LEADER_POST', null]])
    expect(found('王副镇长出席')).toEqual([])
  })

  it('knows a leader by the shorter forms of the post too, but not by the post of another place', () => {
    const leader: WordingEntry = {
      ...{ word: '李伟', suggestion: '示例县云溪镇副镇长', severity: 'CHECK', note: '', exceptions: [] },
    }
    const find = (text: string) =>
      wordingChecker([{ kind: 'LEADER', entries: [leader] }])
        .text(text, { table: false })
        .map(({ rule, suggestion }) => [rule, suggestion])
    for (const post of ['示例县云溪镇副镇长', '云溪镇副镇长', '副镇长']) {
      expect(find(`${post}李纬到会。`), post).toEqual([['LEADER_NAME', '李伟']])
      expect(find(`${post}李伟到会。`), post).toEqual([])
    }
    expect(find('河口镇副镇长李纬到会。')).toEqual([])
  })

  it.each(['不可以可以说', '应当应当事人要求', '他打的的士', '经会议通过通过率', '请在公告公告栏查看'])(
    'takes nothing out of “%s”, where the second half begins another word',
    (text) => {
      expect(wordingChecker([]).text(text, { table: false })).toEqual([])
    },
  )

  it('writes 截至 for 截止到 before a day', () => {
    expect(mendWording(wordingChecker([]), '截止到目前')).toBe('截至目前')
  })

  it('says nothing of dots in dates inside a table', () => {
    expect(shipped.text('2026.11.23', { table: true })).toEqual([])
  })

  it('ships at least 120 common slips, none of which mends itself into another one', () => {
    expect(SHIPPED_DICTIONARIES.MISWRITING.length).toBeGreaterThanOrEqual(120)
    for (const { word, suggestion, exceptions } of SHIPPED_DICTIONARIES.MISWRITING) {
      expect(rulesIn(suggestion), suggestion).toEqual([])
      for (const context of exceptions) expect(context, word).toContain(word)
    }
  })
})
