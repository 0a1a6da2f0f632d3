import type { Buffer } from 'node:buffer'
import { detectNumbers } from '../../../domain/privacy/detect-number.ts'
import type { Passage } from '../../../domain/privacy/passage.ts'
import { plainValue } from '../../../domain/privacy/plain-digits.ts'
import { readableTexts } from './readable-text.ts'
import { parseXml, walkXml } from './xml.ts'
import { readZip, type ZipEntries } from './zip-read.ts'

/**
 * Looks through every text and every attribute of every entry of a package for personal numbers that the careful
 * readers have not met (`known`), so that no place of the format is a hiding place because nobody thought of it.
 * @example await sweepPackage(entries, passages, true)
 */
export async function sweepPackage(
  entries: ZipEntries,
  known: readonly Passage[],
  dropped: boolean,
): Promise<readonly Passage[]> {
  const met = new Set(known.flatMap(({ text }) => numbersIn(text)))
  const passages: Passage[] = []
  for (const [entry, content] of entries) {
    for (const text of await textsOf(entry, content)) {
      const fresh = numbersIn(text).filter((value) => !met.has(value))
      if (fresh.length === 0) continue
      for (const value of fresh) met.add(value)
      passages.push({ where: { kind: 'OTHER', entry }, text, dropped })
    }
  }
  return passages
}

function numbersIn(text: string): readonly string[] {
  return detectNumbers(text)
    .filter(({ severity }) => severity !== 'NOTE')
    .map(({ kind, start, end }) => `${kind} ${plainValue(text.slice(start, end))}`)
}

async function textsOf(entry: string, content: Buffer): Promise<readonly string[]> {
  if (/\.(?:png|jpe?g|gif|emf|wmf|tiff?|bmp|odttf)$/i.test(entry)) return [entry]
  if (content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    return [entry, ...(await textsInside(content))]
  const root = /\.(?:xml|rels|vml|xhtml)$/i.test(entry) ? parseXml(content) : null
  return root === null ? [entry, ...readableTexts(content)] : [entry, ...textsInXml(root)]
}

/** An embedded workbook is a package again; one level is looked into, deeper ones go with it anyway. */
async function textsInside(content: Buffer): Promise<readonly string[]> {
  const inner = await readZip(content)
  if (!inner.ok) return []
  return [...inner.value].flatMap(([, part]) => {
    const root = parseXml(part)
    return root === null ? [] : textsInXml(root)
  })
}

function textsInXml(root: NonNullable<ReturnType<typeof parseXml>>): readonly string[] {
  const texts: string[] = []
  for (const node of walkXml(root)) {
    for (const [, value] of node.attrs) if (value.length >= 8) texts.push(value)
    for (const child of node.children)
      if (typeof child === 'string' && child.trim().length >= 8) texts.push(child)
  }
  return texts
}
