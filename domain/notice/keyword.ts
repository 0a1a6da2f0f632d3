import type { Block, Body } from './body.ts'
import { bodyText, inlineText } from './body-text.ts'

/** Words that part terms and are none themselves. Longer ones first. */
const STOP_WORDS = [
  ...[
    '各村民委员会',
    '各有关单位',
    '有关单位',
    '有关部门',
    '各单位',
    '各部门',
    '以及',
    '通过',
    '按照',
    '根据',
  ],
  ...[
    '关于',
    '对于',
    '由于',
    '为了',
    '因此',
    '如果',
    '或者',
    '以上',
    '以下',
    '其中',
    '其他',
    '本办法',
    '现将',
  ],
  ...[
    '如下',
    '有关',
    '进行',
    '开展',
    '做好',
    '进一步',
    '切实',
    '认真',
    '加强',
    '推进',
    '落实',
    '组织',
    '实施',
    '要求',
  ],
  ...[
    '印发',
    '转发',
    '特此',
    '自觉',
    '不得',
    '应当',
    '必须',
    '可以',
    '予以',
    '负责',
    '以来',
    '期间',
    '同时',
    '按时',
  ],
  ...[
    '我们',
    '全镇',
    '全县',
    '全市',
    '全区',
    '我镇',
    '我县',
    '我市',
    '我区',
    '各级',
    '各地',
    '各类',
    '一批',
    '一是',
    '二是',
  ],
  ...[
    '三是',
    '四是',
    '五是',
    '相关',
    '方面',
    '情况',
    '工作',
    '问题',
    '内容',
    '附件',
    '通知',
    '公告',
    '通告',
    '意见',
    '决定',
  ],
  ...[
    '通报',
    '报告',
    '批复',
    '公示',
    '纪要',
    '解读',
    '方案',
    '办法',
    '第一',
    '第二',
    '第三',
    '统一',
    '及时',
    '严格',
    '主要',
  ],
  ...[
    '具体',
    '重点',
    '积极',
    '全面',
    '深入',
    '不断',
    '逐步',
    '明确',
    '确保',
    '建立',
    '健全',
    '完善',
    '坚持',
    '充分',
  ],
  ...[
    '年度',
    '人民政府',
    '办公室',
    '领导小组',
    '单位',
    '部门',
    '时间',
    '地点',
    '今天',
    '今年',
    '去年',
    '本年',
  ],
] as const
const STOP_SIGNS =
  '的了和与及或在对为以从由被把向到将于是不应需可并而其之等这那本该各每按经凡如若则至使让给请'
const SPLIT = new RegExp(
  `${[...STOP_WORDS].toSorted((one, other) => other.length - one.length).join('|')}|\\d+年度?|[${STOP_SIGNS}]|[一二三四五六七八九十百千万亿]+[个项条件户人元年月日次批级章]?|[^\\p{Script=Han}]+`,
  'gu',
)
const MOST = 5
const LENGTH = { least: 2, most: 8 } as const
// Words of every notice of an office.
const GENERIC = new Set([
  '公开',
  '政府',
  '信息',
  '单位',
  '政策',
  '制度',
  '事项',
  '机关',
  '群众',
  '社会',
  '管理',
  '服务',
  '行政',
  '系统',
  '网上',
  '标准',
  '牵头',
  '政务',
])
// Places, and organs of the place: 区委宣传部.
const PLACE = /^(?:省|市|县|区|镇)|(?:省|市|县|区|镇|乡|村|街道)$/u

function headingsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'heading' ? [inlineText(block.content)] : []))
}

function runsOf(text: string): readonly string[] {
  return text.split(SPLIT).filter((run) => run.length >= LENGTH.least)
}

type Piece = { count: number; whole: number; readonly left: Set<string>; readonly right: Set<string> }

/** Every piece of two to eight characters with what stands on both sides of it; an end of a run is a neighbour of its own. */
function piecesOf(runs: readonly string[]): ReadonlyMap<string, Piece> {
  const pieces = new Map<string, Piece>()
  for (const [number, run] of runs.entries()) {
    for (let from = 0; from < run.length; from += 1) {
      for (let size = LENGTH.least; size <= LENGTH.most && from + size <= run.length; size += 1) {
        const term = run.slice(from, from + size)
        let piece = pieces.get(term)
        if (!piece) pieces.set(term, (piece = { count: 0, whole: 0, left: new Set(), right: new Set() }))
        piece.count += 1
        if (size === run.length) piece.whole += 1
        piece.left.add(run.charAt(from - 1) || `<${number}`)
        piece.right.add(run.charAt(from + size) || `>${number}`)
      }
    }
  }
  return pieces
}

/**
 * Suggests up to five keywords of a notice from its text alone: pieces of Han runs between stop words and signs, weighed
 * by how often they come, how long they are, whether they stand in the title or a heading, and whether the catalogue knows
 * them. A piece with always the same neighbour is a torn-out part of a longer word (政务公 before 开) and left aside.
 * No model, no network, and the same text always gives the same words. A suggestion; a person decides.
 * @example suggestKeywords({ title: '关于农村低保金发放的公示', body, known: ['农村低保'] })[0] // '农村低保'
 */
export function suggestKeywords(input: {
  readonly title: string
  readonly body: Body
  /** Words of the catalogue and of the wording dictionary: what is called so there is a term. */
  readonly known: readonly string[]
}): readonly string[] {
  // What stands before 关于 is who issues it.
  const title = runsOf(input.title.replace(/^[^《》]*?关于/u, ''))
  const headings = headingsOf(input.body.content).flatMap(runsOf)
  const known = new Set(input.known.flatMap(runsOf))
  const pieces = piecesOf([...title, ...runsOf(bodyText(input.body))])
  const weigh = (term: string, { count, whole, left, right }: Piece): number => {
    const inTitle = title.some((run) => run.includes(term))
    const isKnown = known.has(term)
    if (!isKnown && (GENERIC.has(term) || PLACE.test(term))) return 0
    if (count < 2 && !isKnown && !title.includes(term)) return 0
    if (!isKnown && whole === 0 && Math.min(left.size, right.size) < 2) return 0
    return (
      (count + whole) *
      (term.length - 1) *
      (inTitle ? 4 : 1) *
      (headings.some((run) => run.includes(term)) ? 1.5 : 1) *
      (isKnown ? 3 : 1)
    )
  }
  const ranked = [...pieces]
    .map(([term, piece]) => [term, weigh(term, piece)] as const)
    .filter(([, weight]) => weight > 0)
    .toSorted(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
  const chosen: string[] = []
  for (const [term] of ranked) {
    // 低保 beside 农村低保 says nothing more.
    if (chosen.some((word) => word.includes(term) || term.includes(word) || overlaps(word, term))) continue
    chosen.push(term)
    if (chosen.length === MOST) break
  }
  return chosen
}

/** 政务公 and 务公开: ends of one run that were cut differently. */
function overlaps(one: string, other: string): boolean {
  const shared = Math.min(one.length, other.length) - 1
  for (let size = shared; size >= 2; size -= 1) {
    if (one.endsWith(other.slice(0, size)) || other.endsWith(one.slice(0, size))) return true
  }
  return false
}
