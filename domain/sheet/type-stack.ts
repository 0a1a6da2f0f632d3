import type { TypeRole } from './template.ts'

/**
 * A face a role may be set in. `families` are all names one face goes by (English and Chinese Windows, WPS, macOS): a browser
 * names it by whichever the computer's language asks for. `proper`: it is the kind of letter the role means.
 */
export type StackFace = {
  readonly families: readonly string[]
  readonly proper: boolean
  /** It comes with the product and is read only when nothing before it has the character. */
  readonly bundled?: true
}

const proper = (...families: readonly string[]): StackFace => ({ families, proper: true })
const standIn = (...families: readonly string[]): StackFace => ({ families, proper: false })

/**
 * The open faces that travel with the product (SIL OFL 1.1), under the names their style sheets declare, each with the name
 * inside the file, which is what a browser reports.
 */
const BUNDLED = {
  SERIF: ['Noto Serif SC Variable', 'Noto Serif SC'],
  SANS: ['Noto Sans SC Variable', 'Noto Sans SC'],
  KAI: ['LXGW WenKai', 'LXGW WenKai'],
} as const

const bundled = (face: keyof typeof BUNDLED, isProper: boolean): StackFace => ({
  families: BUNDLED[face],
  proper: isProper,
  bundled: true,
})

const SONG = [
  proper('SimSun', '宋体', 'NSimSun', '新宋体'),
  proper('STSong', '华文宋体', 'Songti SC', '宋体-简'),
  proper('Noto Serif CJK SC', 'Source Han Serif SC', '思源宋体', 'Noto Serif SC'),
]

const NOTO_SONG = standIn('Noto Serif CJK SC', 'Source Han Serif SC', '思源宋体', 'Noto Serif SC')

/** One `StackFace` list a role: proper ones first, then what stands in, the bundled one last. */
const STACKS: Readonly<Record<TypeRole, readonly StackFace[]>> = {
  BIAOSONG: [
    proper('方正小标宋简体', 'FZXiaoBiaoSong-B05S'),
    proper('方正小标宋_GBK', 'FZXiaoBiaoSong-B05'),
    proper('方正公文小标宋', 'FZGongWenXiaoBiaoSong'),
    proper('汉仪小标宋简', 'HYXiaoBiaoSongJ'),
    standIn('STZhongsong', '华文中宋'),
    NOTO_SONG,
    standIn('SimSun', '宋体'),
    bundled('SERIF', false),
  ],
  FANGSONG: [
    proper('仿宋_GB2312', 'FangSong_GB2312'),
    proper('FangSong', '仿宋'),
    proper('STFangsong', '华文仿宋'),
    proper('方正仿宋_GBK', 'FZFangSong-Z02'),
    proper('方正仿宋_GB2312', 'FZFangSong-GB2312'),
    proper('Zhuque Fangsong (technical preview)', 'Zhuque Fangsong', '朱雀仿宋（预览测试版）', '朱雀仿宋'),
    proper('FandolFang', 'FandolFang R'),
    NOTO_SONG,
    standIn('SimSun', '宋体'),
    bundled('SERIF', false),
  ],
  KAITI: [
    proper('楷体_GB2312', 'KaiTi_GB2312'),
    proper('KaiTi', '楷体'),
    proper('STKaiti', '华文楷体', 'Kaiti SC', '楷体-简'),
    proper('方正楷体_GBK', 'FZKai-Z03'),
    proper('LXGW WenKai GB', '霞鹜文楷 GB'),
    proper('FandolKai'),
    // Before the Song faces: a bundled face of the right kind is better than an installed one of the wrong kind.
    bundled('KAI', true),
    NOTO_SONG,
    standIn('SimSun', '宋体'),
    bundled('SERIF', false),
  ],
  HEITI: [
    proper('SimHei', '黑体'),
    proper('STHeiti', '华文黑体', 'Heiti SC', '黑体-简'),
    proper('方正黑体_GBK', 'FZHei-B01'),
    proper('Noto Sans CJK SC', 'Source Han Sans SC', '思源黑体', 'Noto Sans SC'),
    standIn('Microsoft YaHei', '微软雅黑'),
    standIn('PingFang SC', '苹方-简'),
    bundled('SANS', true),
  ],
  SONGTI: [...SONG, bundled('SERIF', true)],
}

/** The property of the page that holds the families of a role. */
export const TYPE_VARIABLES: Readonly<Record<TypeRole, string>> = {
  BIAOSONG: '--biaosong',
  FANGSONG: '--fangsong',
  KAITI: '--kaiti',
  HEITI: '--heiti',
  SONGTI: '--songti',
}

/**
 * The faces of a role in the order they are tried. Which faces are proper: domain book §5.4 (小标宋, 仿宋_GB2312 and
 * 楷体_GB2312 may not be handed on, so they are used where installed). That 华文中宋 and 思源宋体 only stand in for 小标宋 is
 * our reading; that 霞鹜文楷 counts as 楷体 is too.
 * @example typeStack('FANGSONG')[1].families // ['FangSong', '仿宋']
 */
export function typeStack(role: TypeRole): readonly StackFace[] {
  return STACKS[role]
}

const quoted = (family: string) => `'${family}'`

/**
 * The value of `font-family` for a role. The Mongolian face comes first and is limited to its letters: behind another face
 * suffixes lose their shapes (display book §4.5, point 1).
 * @example typeFamilies('HEITI') // "'Board Mongolian', 'SimHei', '黑体', …, sans-serif"
 */
export function typeFamilies(role: TypeRole): string {
  const families = STACKS[role].flatMap((face) => (face.bundled ? face.families.slice(0, 1) : face.families))
  const generic = role === 'HEITI' ? 'sans-serif' : 'serif'
  return ['Board Mongolian', ...families].map(quoted).concat(generic).join(', ')
}

const WEIGHT = / (Thin|ExtraLight|Light|Regular|Medium|SemiBold|Bold|Black)$/u

/**
 * The name of a face without the weight its file happens to begin with; a variable face is named after its lightest.
 * @example plainFaceName('Noto Serif SC ExtraLight') // 'Noto Serif SC'
 */
export function plainFaceName(family: string): string {
  return family.replace(WEIGHT, '')
}

/**
 * Whether a face, named as a browser names it, is the kind of letter a role means; anything unknown stands in.
 * @example isProperFace('FANGSONG', 'Noto Serif CJK SC') // false
 */
export function isProperFace(role: TypeRole, family: string): boolean {
  return STACKS[role].some((face) => face.proper && face.families.includes(plainFaceName(family)))
}
