import type { UndisclosedEntry } from '../../domain/register/undisclosed-matter.ts'
import type { Proposal } from '../register/propose-changes.ts'

/** Matters that are not disclosed; the first is due for another look before the year ends. */
export const SAMPLE_MATTERS: readonly Omit<UndisclosedEntry, 'unitId' | 'reviewerId'>[] = [
  {
    title: '示例县路桥工程有限公司便民桥改造工程投标报价明细',
    alias: false,
    informationNumber: 'BGK-2025-03',
    description: '投标文件中的单价分析表和施工组织设计',
    documentNumber: '',
    producedOn: '2025-12-01',
    ground: 'THIRD_PARTY_RIGHTS',
    reason: '涉及投标人的商业秘密，投标人书面表示不同意公开，不公开不会对公共利益造成重大影响',
    decidedOn: '2025-12-10',
    reviewDue: '2026-12-10',
  },
  {
    title: '2026年镇级机构岗位调整讨论稿',
    alias: false,
    informationNumber: 'BGK-2026-01',
    description: '岗位设置方案的内部讨论稿和会议记录',
    documentNumber: '',
    producedOn: '2026-01-06',
    ground: 'PROCESS_INFO',
    reason: '属于行政机关内部讨论形成的过程性信息，方案尚未确定',
    decidedOn: '2026-01-08',
    reviewDue: '2027-01-08',
  },
]

const COLUMNS = ['项目名称', '收费标准', '收费对象', '收费依据', '执收单位']

/** The list of fees as it was first published. */
export const FEE_LIST: Proposal = {
  name: '云溪镇收费项目清单',
  columns: COLUMNS.map((label) => ({ id: null, label })),
  reason: '首次公布',
  legalBasis: '示例县价格主管部门公布的收费目录',
  effectiveOn: '2026-03-02',
  sourceFile: '',
  changes: [
    ['农贸市场摊位费', '每摊每月80元', '进场经营者', '示价发〔2024〕9号', '镇市场服务站'],
    ['生活垃圾处理费', '每户每月6元', '集镇居民、商户', '示价发〔2024〕12号', '镇综合服务中心'],
    ['公益性公墓维护费', '每穴每年60元', '安葬人亲属', '示价发〔2023〕5号', '镇社会事务办公室'],
    ['会议场地使用费', '每半天200元', '租用单位', '示价发〔2023〕5号', '镇文化站'],
  ].map((texts) => ({ kind: 'ADDED', rowId: null, texts, base: null })),
}

/** The row that changed in the year, by its first text, with what it says since. */
export const FEE_CHANGE = {
  row: '生活垃圾处理费',
  texts: ['生活垃圾处理费', '每户每月4元', '集镇居民、商户', '示价发〔2026〕7号', '镇综合服务中心'],
  reason: '县价格主管部门降低收费标准',
  legalBasis: '示价发〔2026〕7号',
  effectiveOn: '2026-10-01',
} as const
