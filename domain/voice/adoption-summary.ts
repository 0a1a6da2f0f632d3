import type { Block, Body, TableCell, TableRow } from '../notice/body.ts'
import { bodyText } from '../notice/body-text.ts'
import { ADOPTION_RESULTS, type AdoptionResult } from './opinion.ts'
import { OPINION_CHANNELS, type OpinionChannel } from './opinion-channel.ts'

/** An answered opinion as the feedback tells of it: nothing of the person who gave it. */
export type SummedOpinion = {
  readonly number: number
  readonly channel: OpinionChannel
  readonly mergedInto: number | null
  readonly answer: {
    readonly result: AdoptionResult
    readonly reason: string
    readonly summary: string
  } | null
}

/** Counts of a consultation; `results` counts every opinion, merged ones by the answer of their head. */
export type AdoptionCounts = {
  readonly total: number
  readonly channels: readonly { readonly channel: OpinionChannel; readonly count: number }[]
  readonly results: Readonly<Record<AdoptionResult, number>>
}

/** The words of the feedback, in the language it is filed in. */
export type SummaryWords = {
  readonly opening: readonly string[]
  readonly head: readonly [number: string, opinion: string, result: string, reason: string]
  readonly result: (result: AdoptionResult) => string
  /** An opinion that several people gave. */
  readonly shared: (summary: string, count: number) => string
  readonly closing: readonly string[]
}

/**
 * Counts opinions by channel and by answer.
 * @example adoptionCounts(opinions).results.ADOPTED
 */
export function adoptionCounts(opinions: readonly SummedOpinion[]): AdoptionCounts {
  const byNumber = new Map(opinions.map((opinion) => [opinion.number, opinion]))
  const answerOf = (opinion: SummedOpinion): SummedOpinion['answer'] =>
    opinion.mergedInto === null ? opinion.answer : (byNumber.get(opinion.mergedInto)?.answer ?? null)
  const results: Record<AdoptionResult, number> = { ADOPTED: 0, PARTIAL: 0, NOT_ADOPTED: 0 }
  for (const opinion of opinions) {
    const answer = answerOf(opinion)
    if (answer) results[answer.result] += 1
  }
  return {
    total: opinions.length,
    channels: OPINION_CHANNELS.map((channel) => ({
      channel,
      count: opinions.filter((opinion) => opinion.channel === channel).length,
    })).filter(({ count }) => count > 0),
    results,
  }
}

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text' as const, text }] }),
})

function rowOf(type: TableCell['type'], texts: readonly string[]): TableRow {
  return { type: 'tableRow', content: texts.map((text) => ({ type, content: [paragraph(text)] })) }
}

function rowsOf(opinions: readonly SummedOpinion[], words: SummaryWords): readonly (readonly string[])[] {
  const merged = new Map<number, number>()
  for (const { mergedInto } of opinions) {
    if (mergedInto !== null) merged.set(mergedInto, (merged.get(mergedInto) ?? 0) + 1)
  }
  const heads = opinions
    .filter(({ mergedInto }) => mergedInto === null)
    .flatMap(({ number, answer }) => (answer ? [{ number, answer }] : []))
    .toSorted(
      (one, other) =>
        ADOPTION_RESULTS.indexOf(one.answer.result) - ADOPTION_RESULTS.indexOf(other.answer.result) ||
        one.number - other.number,
    )
  return heads.map(({ number, answer }, at) => {
    const count = (merged.get(number) ?? 0) + 1
    const opinion = count === 1 ? answer.summary : words.shared(answer.summary, count)
    return [String(at + 1), opinion, words.result(answer.result), answer.reason]
  })
}

/**
 * The feedback (采纳情况反馈) as the body of a notice: counts in sentences, then one row for each opinion that stands by
 * itself, adopted ones first. Names and contacts are not handed in, so they cannot get out.
 * @example adoptionBody(opinions, words).content.at(-1)?.type // 'table'
 */
export function adoptionBody(opinions: readonly SummedOpinion[], words: SummaryWords): Body {
  const rows = rowsOf(opinions, words).map((texts) => rowOf('tableCell', texts))
  return {
    type: 'doc',
    content: [
      ...words.opening.map(paragraph),
      ...(rows.length === 0
        ? []
        : [{ type: 'table' as const, content: [rowOf('tableHeader', words.head), ...rows] }]),
      ...words.closing.map(paragraph),
    ],
  }
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, '')

function tableRows(body: Body): readonly string[] {
  const cellText = ({ content }: TableCell) => plain(bodyText({ type: 'doc', content }))
  return body.content.flatMap((block) =>
    block.type === 'table' ? block.content.map((row) => row.content.map(cellText).join('\t')) : [],
  )
}

/**
 * Whether a feedback still tells what is on record: its counts stand in it word by word, and its tables have the rows the
 * answers give, no other. Words around them are the office's own.
 * @example tellsAnswers(adoptionBody(opinions, words), opinions, words) // true
 */
export function tellsAnswers(body: Body, opinions: readonly SummedOpinion[], words: SummaryWords): boolean {
  const text = plain(bodyText(body))
  const told = tableRows(body)
  const due = tableRows(adoptionBody(opinions, words))
  return (
    words.opening.every((sentence) => text.includes(plain(sentence))) &&
    told.length === due.length &&
    due.every((row, at) => row === told[at])
  )
}
