import type { Body } from '../notice/body.ts'
import { bodyText } from '../notice/body-text.ts'
import type { EmergencyMark } from '../notice/emergency-mark.ts'
import type { NoticeKind } from '../notice/notice-kind.ts'
import { NOTICE_FORMS, type NoticeForm } from './template.ts'

/** What of a notice tells which form suits it; a draft and a public content both are one. */
export type FormFacts = {
  readonly noticeKind: NoticeKind
  readonly documentNumber: string
  readonly body: Body
  readonly emergency?: EmergencyMark | null
}

/** Characters that a poster or a card still carries at a size read from afar; our own figure. */
const SHORT_TEXT = 600
/** A table of so many rows under its heading is a list. */
const LIST_ROWS = 5

const BY_KIND: Partial<Record<NoticeKind, NoticeForm>> = {
  PUBLIC_DISPLAY: 'PUBLIC_DISPLAY',
  NAME_LIST: 'NAME_LIST',
  FINANCE_TABLE: 'FINANCE_TABLE',
  SERVICE_GUIDE: 'SERVICE_GUIDE',
}

function rowsOfLongestTable(body: Body): number {
  return Math.max(0, ...body.content.map((block) => (block.type === 'table' ? block.content.length - 1 : 0)))
}

// The list is the notice, not an annex of it: what stands beside the table is an introduction.
function isList(body: Body): boolean {
  if (rowsOfLongestTable(body) < LIST_ROWS) return false
  const tables = body.content.filter(({ type }) => type === 'table')
  const inTables = bodyText({ ...body, content: tables }).length
  return inTables * 2 > bodyText(body).length
}

/**
 * The form that suits a notice best: an emergency goes on the poster, what bears a document number is an official document
 * (GB/T 9704-2012), then its kind decides; a text that is mostly a long table is a list; everything else is plain.
 * @example formFor({ noticeKind: 'NOTIFICATION', documentNumber: '云政发〔2026〕5号', body }) // 'RED_HEAD'
 */
export function formFor(facts: FormFacts): NoticeForm {
  if (facts.emergency) return 'EMERGENCY_POSTER'
  if (facts.documentNumber !== '') return 'RED_HEAD'
  return BY_KIND[facts.noticeKind] ?? (isList(facts.body) ? 'NAME_LIST' : 'PLAIN')
}

// What a form is made of must be there: a red head without a number, or a warning nobody gave, says on paper what is not so.
function canBear(form: NoticeForm, { noticeKind, documentNumber, body, emergency }: FormFacts): boolean {
  switch (form) {
    case 'RED_HEAD':
      return documentNumber !== ''
    case 'EMERGENCY_POSTER':
      return emergency !== undefined && emergency !== null
    case 'PUBLIC_DISPLAY':
      return noticeKind === 'PUBLIC_DISPLAY'
    case 'NAME_LIST':
    case 'FINANCE_TABLE':
      return noticeKind === form || rowsOfLongestTable(body) > 0
    default:
      return true
  }
}

/**
 * The forms a notice can be printed in at all: those offered, then those that suit it less and are left to whoever asks for
 * them. A form whose own parts the notice has not got is none of them.
 * @example possibleForms({ noticeKind: 'NOTIFICATION', documentNumber: '', body }).includes('RED_HEAD') // false
 */
export function possibleForms(facts: FormFacts): readonly NoticeForm[] {
  const offered = formsFor(facts)
  return [...offered, ...NOTICE_FORMS.filter((form) => !offered.includes(form) && canBear(form, facts))]
}

/**
 * The forms offered for a notice, the one that suits best first. A poster or a card only for what is short or is meant to be
 * explained; tables only where there is one.
 * @example formsFor({ noticeKind: 'SERVICE_GUIDE', documentNumber: '', body })
 * // ['SERVICE_GUIDE', 'PLAIN', 'FIVE_ONES', 'PLAIN_CARD', 'POSTER']
 */
export function formsFor(facts: FormFacts): readonly NoticeForm[] {
  const { noticeKind, body } = facts
  const short = bodyText(body).length <= SHORT_TEXT
  const rows = rowsOfLongestTable(body)
  const guide = noticeKind === 'SERVICE_GUIDE'
  const offered: readonly (readonly [NoticeForm, boolean])[] = [
    ['RED_HEAD', true],
    ['PLAIN', true],
    ['PUBLIC_DISPLAY', true],
    ['NAME_LIST', true],
    ['FINANCE_TABLE', noticeKind === 'FINANCE_TABLE'],
    ['SERVICE_GUIDE', guide],
    ['FIVE_ONES', guide],
    ['PLAIN_CARD', guide || noticeKind === 'INTERPRETATION' || (short && rows < LIST_ROWS)],
    ['POSTER', short && rows < LIST_ROWS],
    ['EMERGENCY_POSTER', true],
  ]
  const best = formFor(facts)
  return [
    best,
    ...offered
      .filter(([form, suits]) => suits && form !== best && canBear(form, facts))
      .map(([form]) => form),
  ]
}
