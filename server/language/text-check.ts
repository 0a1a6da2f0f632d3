import { textFault } from '../../domain/language/text-fault.ts'
import { unfitCharacter } from '../../domain/language/unfit-character.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { CheckedSubmission } from '../notice/submission-checks.ts'

/**
 * A text in another language that was begun must be whole, and no text may hold a character that other computers cannot
 * show or that turns the order of what is read. Refuses `notice.text-incomplete`, `notice.character-private`,
 * `notice.character-reorders` with the place.
 * @example requireSoundTexts({ content, ... }).ok
 */
export function requireSoundTexts({ content }: Pick<CheckedSubmission, 'content'>): Result<true> {
  for (const text of content.texts ?? []) {
    const fault = textFault(text, content.abstract ?? '')
    if (fault) return refuse('notice.text-incomplete', { language: text.language, part: fault })
  }
  const unfit = unfitCharacter(content)
  if (unfit === null) return accept(true)
  const { reason, codePoint: character, paragraph } = unfit
  const code = reason === 'REORDERS' ? 'notice.character-reorders' : 'notice.character-private'
  const at = paragraph === 0 ? { spot: 'HEAD', paragraph: '' } : { spot: 'BODY', paragraph }
  return refuse(code, { character, language: unfit.language ?? 'zh-Hans', ...at })
}
