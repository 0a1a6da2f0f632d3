import { attrOf, childOf, elementsOf, type XmlElement } from '../attachment/xml.ts'

type Level = { readonly start: number; readonly format: string; readonly text: string }

/** Where a paragraph stands in the numbering of its file. */
export type NumberedParagraph = { readonly numId: string; readonly level: number }

/** Counts the numbered paragraphs of a file in order and says what Word would print before each. */
export type WordNumbering = {
  /** The printed number, e.g. `（二）`, and whether it is official numbering in Chinese numerals; null when unknown. */
  readonly next: (paragraph: NumberedParagraph) => { readonly text: string; readonly chinese: boolean } | null
}

const CHINESE_FORMATS =
  /^(?:chineseCounting|chineseCountingThousand|ideographDigital|japaneseCounting|chineseLegalSimplified|taiwaneseCounting)$/

/**
 * Reads the numbering part of a Word file. The number of an automatically numbered heading stands nowhere in the
 * text; without this, 一、 and （一） would be lost on import.
 * @example wordNumbering(root).next({ numId: '1', level: 0 }) // { text: '一、', chinese: true }
 */
export function wordNumbering(root: XmlElement | null): WordNumbering {
  const children = root === null ? [] : elementsOf(root)
  const abstracts = new Map(
    children
      .filter(({ local }) => local === 'abstractNum')
      .map((node) => [attrOf(node, 'abstractNumId') ?? '', node]),
  )
  const abstractOf = new Map(
    children.flatMap((node): readonly (readonly [string, string])[] => {
      const target = node.local === 'num' ? childOf(node, 'abstractNumId') : undefined
      return target === undefined ? [] : [[attrOf(node, 'numId') ?? '', attrOf(target, 'val') ?? '']]
    }),
  )
  const counters = new Map<string, number[]>()
  return {
    next: ({ numId, level }) => {
      const abstractId = abstractOf.get(numId)
      const abstract = abstractId === undefined ? undefined : abstracts.get(abstractId)
      if (abstract === undefined || abstractId === undefined) return null
      const levels = levelsOf(abstract)
      const own = levels[level]
      if (own === undefined) return null
      // Lists of one abstract numbering continue each other, as Word counts them.
      const counter = counters.get(abstractId) ?? []
      for (let above = 0; above < level; above += 1) counter[above] ??= levels[above]?.start ?? 1
      counter[level] = (counter[level] ?? own.start - 1) + 1
      counter.length = level + 1
      counters.set(abstractId, counter)
      const text = own.text.replaceAll(/%([1-9])/g, (_whole, digit: string) => {
        const index = Number(digit) - 1
        return written(counter[index] ?? 1, levels[index]?.format ?? 'decimal')
      })
      return { text, chinese: CHINESE_FORMATS.test(own.format) }
    },
  }
}

function levelsOf(abstract: XmlElement): readonly (Level | undefined)[] {
  const levels: (Level | undefined)[] = []
  for (const node of elementsOf(abstract)) {
    if (node.local !== 'lvl') continue
    const value = (local: string): string | undefined => {
      const child = childOf(node, local)
      return child === undefined ? undefined : attrOf(child, 'val')
    }
    levels[Number(attrOf(node, 'ilvl') ?? 0)] = {
      start: Number(value('start') ?? 1),
      format: value('numFmt') ?? 'decimal',
      text: value('lvlText') ?? '',
    }
  }
  return levels
}

function written(count: number, format: string): string {
  if (CHINESE_FORMATS.test(format)) return chineseNumeral(count)
  if (format === 'decimalEnclosedCircle' && count <= 20) return String.fromCharCode(0x245f + count)
  if (format === 'lowerLetter') return String.fromCharCode(96 + ((count - 1) % 26) + 1)
  if (format === 'upperLetter') return String.fromCharCode(64 + ((count - 1) % 26) + 1)
  return String(count)
}

/**
 * Writes 1–99 in Chinese numerals as headings use them; larger numbers stay in digits.
 * @example chineseNumeral(12) // '十二'
 */
export function chineseNumeral(count: number): string {
  const digits = '零一二三四五六七八九'
  if (count < 1 || count > 99) return String(count)
  const tens = Math.floor(count / 10)
  const ones = count % 10
  const first = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`
  return first + (ones === 0 ? '' : digits.charAt(ones))
}
