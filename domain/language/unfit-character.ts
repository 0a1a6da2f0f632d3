import type { PublicContent } from '../notice/content.ts'
import type { NoticeLanguage } from '../notice/language.ts'
import { contentTexts, type GateText } from '../privacy/gate-text.ts'

/** Why a character may not go public. */
export type UnfitReason =
  /** Private use: it looks different, or like nothing, on every other computer. */
  | 'PRIVATE_USE'
  /** It turns the order of the letters on the screen: what is read is not what is written. */
  | 'REORDERS'

/** Where it stands: in which text (null is the Chinese one), and in which paragraph, counted from 1; 0 is anything beside the text: title, fields, file names. */
export type UnfitCharacter = {
  readonly reason: UnfitReason
  /** As `U+E000`. */
  readonly codePoint: string
  readonly language: NoticeLanguage | null
  readonly paragraph: number
}

// Marks that only say how neutral signs join (LRM, RLM, ALM) belong to right-to-left writing and stay.
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/u
const UNFIT = /[\p{Co}\u202a-\u202e\u2066-\u2069]/u

/**
 * The first character of a notice that may not go public, in any of its texts: one of private use (old systems keep rare
 * names there), or a control that reorders the line. Every text is read that the privacy gate reads, so that no field is
 * forgotten. Null when there is none. Source: domain book §9.1 (PUA rejection).
 * @example unfitCharacter({ ...content, title: '\u202e' })?.reason // 'REORDERS'
 */
export function unfitCharacter(content: PublicContent): UnfitCharacter | null {
  const counted = new Map<NoticeLanguage | null, number>()
  for (const { place, text } of contentTexts(content)) {
    const language = place.part === 'LANGUAGE' ? place.language : null
    const paragraph = inBody(place) ? (counted.get(language) ?? 0) + 1 : 0
    if (paragraph > 0) counted.set(language, paragraph)
    const unfit = found(text)
    if (unfit) return { ...unfit, language, paragraph }
  }
  return null
}

function inBody(place: GateText['place']): boolean {
  return place.part === 'BODY' || (place.part === 'LANGUAGE' && place.path !== null)
}

function found(text: string): Pick<UnfitCharacter, 'reason' | 'codePoint'> | null {
  const character = UNFIT.exec(text)?.[0]
  if (character === undefined) return null
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return { reason: REORDERING.test(character) ? 'REORDERS' : 'PRIVATE_USE', codePoint: `U+${code}` }
}
