import { describe, expect, it } from 'vitest'
import board from '../../../../locales/zh-Hans/board.json' with { type: 'json' }
import { boardCounts } from '../../../../renderer/desk/board/board-counts.ts'
import { actsOf } from '../../../../renderer/desk/board/life/acts-of.ts'
import { claimWords } from '../../../../renderer/desk/board/photo/drift-words.ts'
import { momentsOf, withPhotos } from '../../../../renderer/desk/board/photo/moments-of.ts'
import { sheetTone } from '../../../../renderer/desk/board/sheet-tone.ts'
import { afterMoves, reversed } from '../../../../renderer/desk/board/wall/use-laying.ts'
import { startI18n } from '../../../../renderer/shared/i18n.ts'
import type { PostingEventView } from '../../../../server/posting/views.ts'
import { boardView, photo, sheet, spot } from './board-samples.ts'

const i18n = startI18n({ 'zh-Hans': { board } }, 'zh-Hans', ['board'])
const t = i18n.getFixedT('zh-Hans', ['board'])
const TODAY = '2026-11-23'

const event = (kind: PostingEventView['kind'], at: string): PostingEventView => ({
  kind,
  on: at.slice(0, 10),
  at,
  by: '周敏',
  note: '',
})

describe('how a sheet stands today', () => {
  it('is overdue from the day after it should have come down', () => {
    expect(sheetTone(sheet({ dueDownFrom: '2026-11-24' }), TODAY)).toBe('hangs')
    expect(sheetTone(sheet({ dueDownFrom: '2026-11-23' }), TODAY)).toBe('today')
    expect(sheetTone(sheet({ dueDownFrom: '2026-11-22' }), TODAY)).toBe('overdue')
  })

  it('is out of date before everything else, and gone when it has come down', () => {
    const over = { dueDownFrom: '2026-11-20', stale: 'CORRECTED' } as const
    expect(sheetTone(sheet(over), TODAY)).toBe('stale')
    expect(sheetTone(sheet({ ...over, state: 'REMOVED' }), TODAY)).toBe('gone')
  })

  it('is late when the day it was planned for has gone by', () => {
    expect(sheetTone(sheet({ state: 'PLANNED', plannedOn: '2026-11-22' }), TODAY)).toBe('late-plan')
    expect(sheetTone(sheet({ state: 'PLANNED', plannedOn: '2026-11-23' }), TODAY)).toBe('planned')
  })
})

describe('what can be recorded next', () => {
  it('follows the life of the sheet, the usual thing first', () => {
    expect(actsOf('PLANNED', 'planned')).toEqual(['posted', 'cancelled'])
    expect(actsOf('POSTED', 'hangs')).toEqual(['checked', 'removed', 'damaged'])
    expect(actsOf('DAMAGED', 'damaged')).toEqual(['reposted', 'removed'])
    expect(actsOf('REMOVED', 'gone')).toEqual([])
  })

  it('offers taking down first when that is due', () => {
    expect(actsOf('CHECKED', 'overdue')).toEqual(['removed', 'checked', 'damaged'])
  })
})

describe('the time a photograph says of itself', () => {
  const words = (driftSeconds: number | null, claimedAt: string | null = '2026-03-09T08:12:00') =>
    claimWords({ claimedAt, driftSeconds }, '2026-03-10', 'zh-Hans', t)

  it('stands beside the time of the computer, with how far they are apart', () => {
    expect(words(-180)).toBe('照片自称 3月9日 08:12，比本机早 3 分钟')
    expect(words(180)).toBe('照片自称 3月9日 08:12，比本机晚 3 分钟')
    expect(words(-7500)).toBe('照片自称 3月9日 08:12，比本机早 2 小时 5 分')
    expect(words(3 * 86_400)).toBe('照片自称 3月9日 08:12，比本机晚 3 天')
  })

  it('is the same within a minute, and may be missing', () => {
    expect(words(20)).toBe('照片自称 3月9日 08:12，与本机时间相符')
    expect(words(null, null)).toBe('照片里没有拍摄时间')
  })

  it('never comes to sixty minutes of an hour', () => {
    expect(words(3 * 3600 - 10)).toBe('照片自称 3月9日 08:12，比本机晚 3 小时 0 分')
  })
})

describe('photographs and events', () => {
  const events = [
    event('POSTED', '2026-11-20T01:00:00.000Z'),
    event('CHECKED', '2026-11-21T01:00:00.000Z'),
    event('CHECKED', '2026-11-22T01:00:00.000Z'),
  ]

  it('offers what has happened, the newest first', () => {
    expect(momentsOf({ events })).toEqual(['CHECKED', 'POSTED'])
    expect(momentsOf({ events: [event('PLANNED', '2026-11-20T01:00:00.000Z')] })).toEqual([])
  })

  it('puts a photograph to the newest event of its kind that was on record when it came', () => {
    const photos = [
      photo({ id: 'a', moment: 'CHECKED', receivedAt: '2026-11-21T02:00:00.000Z' }),
      photo({ id: 'b', moment: 'CHECKED', receivedAt: '2026-11-22T02:00:00.000Z' }),
    ]
    const told = withPhotos({ events, photos })
    expect(told.events.map((one) => one.photos.map(({ id }) => id))).toEqual([[], ['a'], ['b']])
  })

  it('leaves none out: what shows nothing on record is kept apart', () => {
    const told = withPhotos({ events, photos: [photo({ id: 'c', moment: 'REMOVED' })] })
    expect(told.other.map(({ id }) => id)).toEqual(['c'])
  })
})

describe('laying', () => {
  it('is taken back in the opposite order', () => {
    const moves = [
      { id: 'a', from: null, to: spot(0, 0) },
      { id: 'b', from: spot(0, 0), to: spot(210, 0) },
    ]
    const laid = afterMoves([sheet({ id: 'a' }), sheet({ id: 'b', spot: spot(0, 0) })], moves)
    expect(laid.map((one) => one.spot?.x)).toEqual([0, 210])
    expect(afterMoves(laid, reversed(moves)).map((one) => one.spot)).toEqual([null, spot(0, 0)])
  })
})

describe('a board in the list', () => {
  it('counts what hangs, what is to go up by today and what is to come down', () => {
    const postings = [
      sheet({ id: 'a' }),
      sheet({ id: 'b', dueDownFrom: TODAY }),
      sheet({ id: 'c', stale: 'WITHDRAWN' }),
      sheet({ id: 'd', state: 'PLANNED', plannedOn: TODAY }),
      sheet({ id: 'e', state: 'PLANNED', plannedOn: '2026-12-01' }),
    ]
    expect(boardCounts(boardView(postings), TODAY)).toEqual({ up: 3, toHang: 1, toTakeDown: 2, free: 20 })
  })
})
