import type { Body, TableCell } from '../../domain/notice/body.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import type { Screen, ScreenGeometry, ScreenLayout, ScreenPane } from '../../domain/signage/screen.ts'
import type { ScreenFeed, SignageItem } from '../../server/signage/views.ts'
import { noticePage } from './notice-page.ts'

/** Screens as they hang in townships: what is legible on them is pinned in test/domain/signage/legibility.test.ts. */
export const GLASSES = {
  television: geometry(1920, 1080, 952, 535, 3000),
  upright: geometry(1080, 1920, 535, 952, 3000),
  large: geometry(3840, 2160, 1218, 685, 5000),
  /** P10: ten millimetres a pixel. */
  wall: geometry(192, 96, 1920, 960, 10_000),
  /** P5. */
  door: geometry(256, 128, 1280, 640, 5000),
  /** P3, read from too far away for its size. */
  small: geometry(192, 96, 576, 288, 10_000),
  ticker: geometry(512, 32, 5120, 320, 10_000),
} as const satisfies Record<string, ScreenGeometry>

/** One of them. */
export type Glass = keyof typeof GLASSES

function geometry(
  pixelWidth: number,
  pixelHeight: number,
  millimetreWidth: number,
  millimetreHeight: number,
  viewingDistanceMillimetres: number,
): ScreenGeometry {
  return {
    pixelWidth,
    pixelHeight,
    millimetreWidth,
    millimetreHeight,
    viewingDistanceMillimetres,
    leastDegrees: 0.7,
  }
}

/** A notice of a feed, with the parts it runs on. */
export type FeedNotice = {
  readonly title: string
  readonly body: Body
  readonly over?: Partial<PublicContent>
  readonly panes?: readonly ScreenPane[]
  readonly expiresAt?: string
  readonly takeoverUntil?: string
  readonly item?: Partial<SignageItem>
}

/** Text as paragraphs. */
export function textBody(...lines: readonly string[]): Body {
  return {
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  }
}

function cell(type: TableCell['type'], text: string): TableCell {
  return { type, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

/** A table under a sentence, with heads. */
export function tableBody(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  before = '现将发放情况公示如下：',
): Body {
  return {
    type: 'doc',
    content: [
      ...textBody(before).content,
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: heads.map((text) => cell('tableHeader', text)) },
          ...rows.map((row) => ({
            type: 'tableRow' as const,
            content: row.map((text) => cell('tableCell', text)),
          })),
        ],
      },
    ],
  }
}

/** The name of the nth row of a list of names. */
export function rowName(at: number): string {
  return `第${String(at)}户`
}

/** So many rows of a list of names. */
export function nameRows(count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, at) => [rowName(at + 1), '河西村', `${String(300 + at)}.00`])
}

/** A feed as the server hands it to a screen, of notices that are in no database. */
export function signageFeed(
  glass: Glass | ScreenGeometry,
  layout: ScreenLayout,
  notices: readonly FeedNotice[],
  over: Partial<ScreenFeed> & { readonly openingHours?: Screen['openingHours'] } = {},
): ScreenFeed {
  const { openingHours = [], ...feed } = over
  const panes: readonly ScreenPane[] = ['MAIN', 'SIDE', 'TICKER']
  const hashes = notices.map((_, at) =>
    String(at + 1)
      .repeat(64)
      .slice(0, 64),
  )
  const screen: Screen = {
    id: 'hall',
    name: '大厅屏',
    place: '政务服务大厅',
    unitId: 'town',
    geometry: typeof glass === 'string' ? GLASSES[glass] : glass,
    layout,
    subscriptions: panes.map((pane) => ({
      id: pane,
      pane,
      column: { kind: 'ALL' },
      windows: [],
      validFrom: null,
      validUntil: null,
      priority: 0,
      mostNotices: 50,
      mostPerHour: null,
    })),
    openingHours,
    shift: true,
  }
  const items = Object.fromEntries(
    notices.map((notice, at): [string, SignageItem] => {
      const { title, body } = notice
      const sheet = noticePage({ title, body, ...notice.over }).data
      const hash = hashes[at] ?? ''
      return [
        hash,
        {
          sheet: {
            ...sheet,
            hash,
            indexNumber: `11990000000000001G/2026-0000${String(at + 1)}`,
            office: {
              ...sheet.office,
              telephone: '0990-5550100',
              openingHours: '工作日9:00—17:30',
              address: '云溪镇建设路1号',
            },
          },
          noticeKind: 'NOTIFICATION',
          expiresAt: notice.expiresAt ?? null,
          shortened: false,
          emergency:
            notice.takeoverUntil === undefined
              ? null
              : { issuer: '示例县气象局', issuedAt: '2026-11-23T01:30:00.000Z' },
          ...notice.item,
        },
      ]
    }),
  )
  const asOf = '2026-11-23T01:42:00.000Z'
  return {
    asOf,
    clockState: 'TRUSTED',
    version: '1',
    office: {
      name: '示例县云溪镇人民政府',
      uscc: '11990000000000001G',
      telephone: '0990-5550100',
      address: '云溪镇建设路1号',
      openingHours: '工作日9:00—17:30',
    },
    screen,
    unitName: '云溪镇政务服务中心',
    columnNames: { MAIN: '财务公开', SIDE: '通知公告', TICKER: '最新公开' },
    entries: Object.fromEntries(
      panes.map((pane) => [
        pane,
        notices.flatMap((notice, at) =>
          notice.takeoverUntil === undefined && (notice.panes ?? panes).includes(pane)
            ? [{ hash: hashes[at] ?? '', expiresAt: notice.expiresAt ?? null }]
            : [],
        ),
      ]),
    ),
    takeovers: notices.flatMap((notice, at) =>
      notice.takeoverUntil === undefined
        ? []
        : [{ hash: hashes[at] ?? '', until: notice.takeoverUntil, screenIds: null }],
    ),
    items,
    ...feed,
  }
}
