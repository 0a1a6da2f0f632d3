/** Something that happened and starts a duty. */
export type SampleEvent = {
  /** Day on which it is entered. */
  readonly day: string
  /** Left out, the township. */
  readonly unit?: string
  readonly item: string
  readonly event: string
  readonly on: string
  /** For hours: when it happened, in Shanghai. */
  readonly at?: string
  readonly rules?: readonly string[]
}

/** Events of the year; those of November are still open on the story's last day. */
export const SAMPLE_EVENTS: readonly SampleEvent[] = [
  {
    day: '2026-07-18',
    item: '防汛抗旱',
    event: '县气象台发布暴雨预警',
    on: '2026-07-18',
    at: '08:20',
    rules: ['EMER24'],
  },
  {
    day: '2026-10-28',
    item: '招标投标结果',
    event: '2026年第3批农村公路养护工程',
    on: '2026-10-27',
  },
  {
    day: '2026-11-10',
    item: '养老服务补贴',
    event: '2026年第四季度高龄津贴名册审核完成',
    on: '2026-11-09',
  },
  {
    day: '2026-11-16',
    unit: '河东村',
    item: '宅基地审批',
    event: '2026年第二批宅基地申请',
    on: '2026-11-16',
  },
  {
    day: '2026-11-18',
    item: '耕地地力保护补贴',
    event: '2026年水稻种植保险理赔结果',
    on: '2026-11-17',
  },
]

/** A duty that is closed without a notice: nothing to report, or still true. */
export type SampleReport = {
  readonly day: string
  readonly unit?: string
  readonly item: string
  /** Its period, or what happened. */
  readonly of: string
  readonly act: 'nil' | 'check'
  readonly reason: string
}

/** What was reported through the year. */
export const SAMPLE_REPORTS: readonly SampleReport[] = [
  {
    day: '2026-07-10',
    unit: '河西村党支部',
    item: '民主评议党员',
    of: '2026-H1',
    act: 'nil',
    reason: '民主评议党员安排在12月进行，上半年没有开展',
  },
  {
    day: '2026-07-10',
    unit: '河西村党支部',
    item: '后备干部',
    of: '2026-H1',
    act: 'nil',
    reason: '上半年没有推荐后备干部',
  },
  {
    day: '2026-07-15',
    unit: '河东村',
    item: '村民代表会议决议',
    of: '2026-Q2',
    act: 'nil',
    reason: '第二季度没有召开村民代表会议',
  },
  {
    day: '2026-11-06',
    item: '服务承诺',
    of: '2026',
    act: 'check',
    reason: '窗口、时限和投诉电话均与现状一致',
  },
]
