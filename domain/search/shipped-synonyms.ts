// What people say and what documents write; longer meanings of one word stand by themselves. Marked [K]: from general knowledge,
// to be mended by the office, which adds its own.
const PAIRS = `
低保 最低生活保障
低保 最低生活保障金
五保 特困人员供养
五保 特困人员救助供养
村财 村级财务
村账 村级财务
三资 资金资产资源
三公 公务接待费
新农合 新型农村合作医疗
合医 合作医疗
医保 医疗保险
医保 医疗保障
养老保险 社会养老保险
社保 社会保险
社保 社会保障
城居 城乡居民
危改 危房改造
危房 危旧房
残补 残疾人补贴
残补 残疾人两项补贴
老龄补贴 高龄津贴
高龄补贴 高龄津贴
粮补 粮食补贴
地补 耕地地力保护补贴
农补 农业补贴
农机补贴 农机购置补贴
退耕 退耕还林
村委 村民委员会
村委会 村民委员会
居委 居民委员会
居委会 居民委员会
监委 监督委员会
村监委 村务监督委员会
支书 党支部书记
公租房 公共租赁住房
廉租房 廉租住房
征地 土地征收
拆迁 房屋征收
招工 招聘
当兵 征兵
当兵 义务兵征集
征兵 义务兵征集
优抚 优待抚恤
计生 计划生育
环评 环境影响评价
人居 人居环境
停水 供水中断
停电 供电中断
修路 道路养护
修路 道路施工
防火 森林防火
防汛 防汛抗旱
农保 农业保险
惠农 强农惠农
补助 补贴
公岗 公益性岗位
年报 年度报告
政务公开 政府信息公开
换届 换届选举
集体经济 集体经济组织
`

/** Words for one thing, as they come with the program: what is said, and what stands in titles. */
export const SHIPPED_SYNONYMS: readonly { readonly word: string; readonly meaning: string }[] = PAIRS.trim()
  .split('\n')
  .map((line) => {
    const [word = '', meaning = ''] = line.split(' ')
    return { word, meaning }
  })
