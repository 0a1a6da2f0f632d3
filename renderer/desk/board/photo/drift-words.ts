import type { TFunction } from 'i18next'
import { dayText } from '../../../shared/duty/day-text.ts'
import type { PhotoFile } from '../../../../server/posting/views.ts'

/** `t` of the words of boards. */
export type BoardT = TFunction<['board']>

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in the two largest units that say enough: 3 分钟, 2 小时 5 分, 3 天. */
function lengthWords(seconds: number, t: BoardT): string {
  if (seconds < MINUTE) return t('board:photo.length.seconds', { number: seconds })
  if (seconds < HOUR) return t('board:photo.length.minutes', { number: Math.round(seconds / MINUTE) })
  if (seconds < DAY) {
    const minutes = Math.round(seconds / MINUTE)
    return t('board:photo.length.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  }
  return t('board:photo.length.days', { number: Math.round(seconds / DAY) })
}

/** Nobody sets a camera to the second. */
const SAME = 60

/**
 * What the photograph says of its own time, beside the computer's; never more than a claim.
 * @example claimWords(photo, '2026-03-09', 'zh-Hans', t) // '照片自称 3月9日 08:12，比本机早 3 分钟'
 */
export function claimWords(
  { claimedAt, driftSeconds }: Pick<PhotoFile, 'claimedAt' | 'driftSeconds'>,
  today: string,
  language: string,
  t: BoardT,
): string {
  if (claimedAt === null) return t('board:photo.noClaim')
  const time = `${dayText(claimedAt.slice(0, 10), today, language)} ${claimedAt.slice(11, 16)}`
  if (driftSeconds === null) return t('board:photo.claims', { time })
  const far = Math.abs(driftSeconds)
  if (far < SAME) return t('board:photo.same', { time })
  const length = lengthWords(far, t)
  return driftSeconds < 0
    ? t('board:photo.earlier', { time, length })
    : t('board:photo.later', { time, length })
}
