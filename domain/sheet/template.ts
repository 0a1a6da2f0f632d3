/** Kinds of letter by their office names; what is set in each is found on the computer, or bundled (`--fangsong` …). */
export const TYPE_ROLES = ['BIAOSONG', 'FANGSONG', 'KAITI', 'HEITI', 'SONGTI'] as const
/** One of them: 标宋, 仿宋, 楷体, 黑体, 宋体. */
export type TypeRole = (typeof TYPE_ROLES)[number]

/** What a thing on the sheet is set in; `points` are typographic points (三号 is 16). */
export type SheetType = { readonly role: TypeRole; readonly points: number; readonly bold: boolean }

/** What a sheet can be: each has a face of its own in `renderer/sheet`, and one template the product ships. */
export const SHEET_FORMS = [
  'RED_HEAD', // 红头公文 (GB/T 9704-2012)
  'PLAIN', // 普通告示
  'PUBLIC_DISPLAY', // 公示
  'NAME_LIST', // 名单、明细表
  'FINANCE_TABLE', // 财务公开表
  'POSTER', // 大字海报 A3
  'PLAIN_CARD', // 明白卡
  'SERVICE_GUIDE', // 服务指南
  'FIVE_ONES', // 五个一
  'EMERGENCY_POSTER', // 应急公告
  'REVIEW_SLIP', // 审查呈批单
  'DISPLAY_CERTIFICATE', // 公示（张贴）证明
  'TAKE_DOWN_LIST', // 取下清单
] as const
/** One form. */
export type SheetForm = (typeof SHEET_FORMS)[number]

/** Forms that an edition of a notice can be printed in. */
export const NOTICE_FORMS = [
  'RED_HEAD',
  'PLAIN',
  'PUBLIC_DISPLAY',
  'NAME_LIST',
  'FINANCE_TABLE',
  'POSTER',
  'PLAIN_CARD',
  'SERVICE_GUIDE',
  'FIVE_ONES',
  'EMERGENCY_POSTER',
] as const satisfies readonly SheetForm[]
/** One of them. */
export type NoticeForm = (typeof NOTICE_FORMS)[number]

/** Sizes of paper an office prints on. */
export const PAPER_SIZES = ['A4', 'A3'] as const
/** Paper: its size and how it lies. */
export type SheetPaper = {
  readonly size: (typeof PAPER_SIZES)[number]
  readonly orientation: 'PORTRAIT' | 'LANDSCAPE'
}

/** What happens to a table wider than the type area at its least type: the page is turned, the columns are split, or it is refused. */
export const WIDE_TABLE_WAYS = ['TURN', 'SPLIT', 'REFUSE'] as const
/** One way. */
export type WideTableWay = (typeof WIDE_TABLE_WAYS)[number]

/** Things a sheet may bear beside title and text. */
export const SHEET_PARTS = [
  'SIGNATURE', // 落款
  'SEAL_SPACE', // 印章位置
  'PERIOD', // 公示期
  'OBJECTION', // 异议受理
  'CONTACT', // 联系方式
  'VERSION', // 索引号、版次、核对码
] as const
/** One part. */
export type SheetPart = (typeof SHEET_PARTS)[number]

/** Where the page number stands; OUTSIDE is right on odd and left on even pages (GB/T 9704-2012, 7.5). */
export type PageNumberPlace = 'OUTSIDE' | 'RIGHT' | 'CENTRE' | 'NONE'

/**
 * How a form is set on paper: data an office may copy and adjust, nothing of it is code. Lengths are millimetres.
 * With a `grid` the type area is measured over the ink of its characters, so many lines of so many characters; without one
 * lines follow `leading` (a multiple of the type's size).
 */
export type SheetTemplate = {
  /** The form itself for a template of the product, else a UUIDv7. */
  readonly id: string
  readonly form: SheetForm
  /** As the office calls it; empty for a template of the product, whose name stands in the words of each language. */
  readonly name: string
  readonly paper: SheetPaper
  readonly margin: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
  readonly grid: { readonly lines: number; readonly characters: number } | null
  readonly leading: number
  readonly type: {
    readonly head: SheetType
    readonly title: SheetType
    readonly heading: SheetType
    readonly subheading: SheetType
    readonly text: SheetType
    readonly table: SheetType
    readonly note: SheetType
  }
  /** A table's type may shrink down to this many points before `wideTable` is asked. */
  readonly leastTablePoints: number
  readonly wideTable: WideTableWay
  readonly pageNumber: PageNumberPlace
  readonly parts: readonly SheetPart[]
  /** Metres from which people read it; the text's size is judged by it. */
  readonly readFrom: number
}
