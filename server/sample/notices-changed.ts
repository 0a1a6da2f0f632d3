import type { SampleNotice } from './sample-notice.ts'

/** The notice with a mistake in it, which is corrected two days later. */
export const CORRECTED_TITLE = '云溪镇2026年公益性岗位招聘公告'
/** What stood there, and what should have. */
export const CORRECTED = { from: '6月17日（休息日除外）', to: '6月24日（休息日除外）' } as const
/** What the public reads about it. */
export const CORRECTION_NOTE = '原文“三、报名时间和地点”中的报名截止日期误写为6月17日，现更正为6月24日。'

/** The rule that a later document replaces. */
export const REPEALED: SampleNotice = {
  title: '云溪镇人民政府关于印发农村生活垃圾清运管理暂行办法的通知',
  kind: 'NOTIFICATION',
  item: '人居环境整治',
  number: '云政发〔2026〕2号',
  addressee: '各村民委员会，镇直各办公室',
  date: '2026-02-09',
  day: '2026-02-10',
  fields: { keywords: ['生活垃圾', '清运', '保洁'], validity: { from: '2026-03-01', to: null } },
  text: `
现将《云溪镇农村生活垃圾清运管理暂行办法》印发给你们，请遵照执行。
# 一、清运范围
全镇12个村的生活垃圾收集点、主要道路和河道两侧。
# 二、清运频次
人口集中区域每日一次，其他区域每三日一次。清运车辆应当密闭，不得沿途遗撒。
# 三、责任
村民委员会负责收集点的日常管理，村镇建设和应急管理办公室负责转运和检查。
本办法自2026年3月1日起施行。
`,
}
/** Title of the document that replaces it. */
export const REPLACEMENT_TITLE = '云溪镇人民政府关于开展农村人居环境整治提升行动的实施意见'

/** What went into another notice, while its sheet still hangs. */
export const CONSOLIDATED: SampleNotice = {
  title: '云溪镇人民政府关于便民服务中心周六值班受理的通告',
  kind: 'CIRCULAR',
  item: '便民服务',
  date: '2026-09-24',
  day: '2026-09-25',
  text: `
为方便上班群众和外出务工人员办事，自2026年10月10日起，云溪镇便民服务中心1号、2号窗口周六9:00—12:00值班受理，法定节假日除外。
周六受理的事项当场登记，需要其他窗口办理的，于下一个工作日转办并电话告知结果。咨询电话0999-6100111。
特此通告。
`,
}
/** Title of the notice it went into. */
export const CONSOLIDATION_TITLE = '云溪镇人民政府关于调整便民服务中心窗口和办公时间的通告'

/** Approved, and set for the morning of the next working day. */
export const SCHEDULED: SampleNotice & { readonly publishAt: string } = {
  title: '云溪镇关于云溪社区11月25日供电线路检修停电的通告',
  kind: 'CIRCULAR',
  item: '便民服务',
  date: '2026-11-20',
  day: '2026-11-20',
  publishAt: '2026-11-23T02:00:00.000Z',
  fields: { expiresAt: '2026-11-25T10:00:00.000Z', keywords: ['停电', '供电检修'] },
  text: `
据供电所通知，因线路检修，2026年11月25日9时至17时云溪社区1号至6号楼停电，恢复供电时间以实际为准。
请相关居民提前安排生活用水和取暖，关闭电器电源；使用家用制氧设备等需要持续用电的，请与社区服务站联系，电话0999-6100115。
`,
}

/** Numbers of the series 云政发 that stand on no notice, as far as somebody has said why; the others are open. */
export const EXPLAINED_NUMBERS = [
  { from: 4, to: 5, reason: 'NOT_PUBLIC', note: '内部人事和财务文件，未公开' },
  { from: 7, to: 7, reason: 'VOIDED', note: '起草后未印发，号码作废' },
  { from: 10, to: 11, reason: 'NOT_PUBLIC', note: '上报县级的请示，未公开' },
  { from: 13, to: 14, reason: 'NOT_PUBLIC', note: '内部考核文件，未公开' },
] as const
