import type { Block } from '../../domain/notice/body.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import { emptyDraft } from '../../domain/notice/empty-draft.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'

/** Level 1 and 2 of the catalogue for measuring. */
export const BENCH_ITEMS = [
  ['社会救助', '最低生活保障'],
  ['社会救助', '特困人员供养'],
  ['涉农补贴', '耕地地力保护'],
  ['涉农补贴', '农机购置补贴'],
  ['财政预决算', '预算执行'],
  ['财政预决算', '三公经费'],
  ['村镇建设', '农村危房改造'],
  ['村镇建设', '宅基地审批'],
  ['灾害防御', '防汛抗旱'],
  ['公共服务', '办事指南'],
  ['公共卫生', '健康服务'],
  ['养老服务', '高龄津贴'],
  ['机关事务', '机构职能'],
  ['机关事务', '政府信息公开年度报告'],
  ['生态环境', '人居环境整治'],
] as const

const KINDS: readonly NoticeKind[] = [
  'NOTIFICATION',
  'PUBLIC_DISPLAY',
  'SERVICE_GUIDE',
  'FINANCE_TABLE',
  'CIRCULAR',
  'WORK_PLAN',
  'INTERPRETATION',
  'BULLETIN',
]

const VILLAGES =
  '河西村、河东村、上云村、下云村、石桥村、柳树村、白沙村、青山村、红旗村、南坪村、北坪村、大湾村'.split('、')
const MATTERS = (
  '最低生活保障审核结果、耕地地力保护补贴面积、农村危房改造对象、高龄津贴发放、临时救助资金使用、防汛值班安排、' +
  '人居环境整治进度、城乡居民医疗保险缴费、农机购置补贴对象、宅基地申请审批、公益性岗位招聘、森林防火责任分区、' +
  '村级财务收支、道路养护工程招标结果、饮水安全工程进展、政务公开工作要点、点题公开事项办理、便民服务窗口调整、' +
  '三公经费支出、残疾人两项补贴发放、安全生产检查情况、农业保险理赔进度、春耕生产物资供应、义务兵征集工作'
).split('、')
const SENTENCES = (
  '根据县级有关部门工作安排，结合本镇实际，现将有关情况向社会公开。|镇党委、政府召开专题会议研究部署，明确责任分工和完成时限。|' +
  '各村民委员会应当在村务公开栏同步张贴，张贴时间不少于十天。|群众对公开内容有疑问的，可以到镇便民服务中心查询，也可以拨打监督电话反映。|' +
  '对反映的问题，镇政府将在规定期限内调查核实并予以答复。|资金实行专户管理、专款专用，任何单位和个人不得截留、挤占和挪用。|' +
  '经个人申请、村级评议、镇级审核、县级审批等程序，结果真实有效。|工作人员应当一次性告知所需材料，能够当场办理的当场办理。|' +
  '对工作推进不力、弄虚作假的，依照有关规定追究责任。|下一步，将继续加强日常监督检查，确保各项措施落到实处。|' +
  '请各村对照清单逐项自查，于月底前将自查情况报镇政务公开办公室。|本次核查采取入户走访、查阅资料、集中座谈等方式进行。|' +
  '截至目前，已完成年度任务的大部分，其余项目正在按计划推进。|因天气原因受到影响的路段，已设置警示标志并安排专人值守。|' +
  '符合条件的家庭可以持有关证明材料向所在村提出申请。|办理时限自受理之日起计算，法律法规另有规定的从其规定。|' +
  '本镇将按季度公布进展情况，接受社会各界和人民群众监督。|相关政策依据可以在镇政府信息公开查阅点免费查阅。|' +
  '对符合廉租住房保障条件的家庭，同时告知申请办法和所需材料。|涉及群众切身利益的重大事项，应当在决策前公开征求意见。'
).split('|')

/** A repeatable sequence of numbers below 1 (mulberry32): the same data on every machine. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * The nth notice for measuring: about 800 Chinese characters of varied text, the same for the same number everywhere.
 * @example benchDraft(0, '2026-11-20').title
 */
export function benchDraft(serial: number, date: string): Omit<DraftContent, 'catalogueItemId'> {
  const next = numbersFrom(serial + 1)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] ?? (from[0] as T)
  const village = pick(VILLAGES)
  const matter = pick(MATTERS)
  const kind = KINDS[serial % KINDS.length] ?? 'NOTIFICATION'
  const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const heading = (text: string): Block => ({
    type: 'heading',
    attrs: { level: 1 },
    content: [{ type: 'text', text }],
  })
  const sentences = (count: number): string => Array.from({ length: count }, () => pick(SENTENCES)).join('')
  const figures = `本期涉及${village}等${2 + Math.floor(next() * 10)}个村，共${10 + Math.floor(next() * 900)}户，资金${(next() * 90).toFixed(2)}万元。`
  const { catalogueItemId: _, ...empty } = emptyDraft()
  return {
    ...empty,
    title: `关于${village}${date.slice(0, 4)}年${matter}的${kind === 'PUBLIC_DISPLAY' ? '公示' : '通知'}`,
    body: {
      type: 'doc',
      content: [
        paragraph(`${sentences(3)}${figures}`),
        heading('一、基本情况'),
        paragraph(`${pick(MATTERS)}和${pick(MATTERS)}一并公布。${sentences(5)}`),
        heading('二、办理程序'),
        paragraph(sentences(6)),
        heading('三、监督方式'),
        paragraph(`${sentences(5)}联系单位：${village}村民委员会。`),
        paragraph(sentences(4)),
      ],
    },
    noticeKind: kind,
    documentDate: date,
  }
}
