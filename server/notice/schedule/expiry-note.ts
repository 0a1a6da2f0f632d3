import { sentencesIn } from '../../../platform/sentence.ts'

let note: string | undefined

/**
 * The sentence the public reads where something has run out. Tombstones are Chinese, whatever language a screen is in.
 * @example expiryNote() // '展示期限已到。'
 */
export function expiryNote(): string {
  return (note ??= sentencesIn('zh-Hans').say('terms:expiryNote'))
}
