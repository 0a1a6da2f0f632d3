/** Surnames of two characters that are still met; without them 欧阳建国 would be masked as 欧*国. */
export const COMPOUND_SURNAMES: readonly string[] = [
  '欧阳 上官 司马 诸葛 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 慕容',
  '长孙 宇文 令狐 轩辕 端木 百里 呼延 东郭 西门 公冶 淳于 单于 太史',
  '申屠 仲孙 钟离 鲜于 闾丘 澹台 赫连 濮阳 万俟 拓跋 第五 巫马 公羊',
  '谷梁 左丘 东门 南门 梁丘 段干 亓官 颛孙 羊舌 微生 南荣 即墨 达奚',
].flatMap((line) => line.split(' '))

/** Single surnames that cover nearly the whole population; used only to guess whether a word is a name. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'

/** Words of a notice that begin with a surname and have the length of a name. */
const NOT_NAMES = new Set(
  [
    '金额 时间 单位 方案 方式 方法 方面 项目 余额 高级 高中 成员 成立 成果 程度 程序 程式 周期 党员 党委 党组 安全 安排 安置 白天',
    '黄金 马上 张贴 路线 路段 和平 应当 应急 应该 全部 全体 全面 全年 全镇 全村 全县 全市 华侨 文件 文化 文书 文明 文号 常年 向上 明确 明细',
    '管理 管辖 连续 连同 解决 解释 解读 费用 计划 师生 关于 关系 关心 商品 商业 车辆 农村 农业 农户 农民 司法 司机 古树 武装 万元 万亩 严格',
    '严禁 严重 温度 康复 施工 施行 符合 季度 单独 曲线 房屋 房产 查询 查看 查处 查阅 简要 简介 荣誉 米面 卫生 桂花 党费 席位 商户 石料 田地 林地',
    '林业 江河 高度 高龄 高温 童工 项下 平方 水利 路灯 车位 成绩 成本 龙头 毛利 江苏 云南 安徽 宁夏 甘肃 石油 白酒 牛羊 马匹 金融 金牌 温馨 向阳 文体',
    '应对 时限 易地 任务 任职 任命 任期 任免 何时 何地 许可 章程 左右 边界 游客 管护 管网 支付 余款 关爱 关注 关闭 盛夏 明年 景区 农资 农机 农药 时段',
    '成都 申请 申报 党支 党总 党小 全乡 包保 包联 明显 严防 连片 程控 高效 柴油 金钱 强制 云溪 河西 万人 万户 万只 常见 常态 华东 海关 温泉',
  ].flatMap((line) => line.split(' ')),
)

const SINGLE_NAME = new RegExp(`^[${SURNAMES}][\\u4e00-\\u9fff\\u3400-\\u4dbf]{1,2}$`, 'u')
const COMPOUND_NAME = new RegExp(`^(?:${COMPOUND_SURNAMES.join('|')})[\\u4e00-\\u9fff]{1,2}$`, 'u')
const MINORITY_NAME = /^\p{Script=Han}{2,6}[·•‧]\p{Script=Han}{2,8}$/u

/**
 * Guesses whether a word is a person's name: a known surname with one or two characters, or a name with a middle dot.
 * Good enough to warn a reviewer, never to block.
 * @example looksLikeName('欧阳建国') // true
 */
export function looksLikeName(word: string): boolean {
  const plain = word.replaceAll(/[\s\u3000]/g, '')
  if (NOT_NAMES.has(plain) || NOT_NAMES.has(plain.slice(0, 2))) return false
  return SINGLE_NAME.test(plain) || COMPOUND_NAME.test(plain) || MINORITY_NAME.test(plain)
}

/**
 * Masks a person's name as boards do (domain book §7.2): `张*`, `张*国`, `欧阳**`; two people of one name need a
 * village group beside it, never a part of the identity number. Counted in characters, so rare names outside the
 * basic plane keep their length.
 * @example maskName('张建国') // '张*国'
 */
export function maskName(name: string): string {
  const signs = Array.from(name)
  const kept = keptAtStart(name)
  const keepsLast = kept === 1 && signs.length >= 3 && !name.includes('·')
  return signs
    .map((sign, index) => {
      const stays = index < kept || (keepsLast && index === signs.length - 1) || /[·•‧\s]/u.test(sign)
      return stays ? sign : '*'
    })
    .join('')
}

function keptAtStart(name: string): number {
  return Array.from(name).length > 2 && COMPOUND_SURNAMES.some((surname) => name.startsWith(surname)) ? 2 : 1
}
