import { describe, expect, it } from 'vitest'
import { TYPE_ROLES } from '../../../domain/sheet/template.ts'
import { isProperFace, plainFaceName, typeFamilies, typeStack } from '../../../domain/sheet/type-stack.ts'

describe('the faces a kind of letter is set in', () => {
  it('are tried with the Mongolian face first and a bundled one last', () => {
    for (const role of TYPE_ROLES) {
      const families = typeFamilies(role).split(', ')
      expect(families[0]).toBe("'Board Mongolian'")
      expect(typeStack(role).at(-1)?.bundled, role).toBe(true)
      expect(families.at(-1)).toMatch(/^(sans-)?serif$/u)
    }
  })

  it('name each face once, so that the order is what it says', () => {
    for (const role of TYPE_ROLES) {
      const families = typeFamilies(role).split(', ')
      expect(new Set(families).size, role).toBe(families.length)
    }
  })

  it('begin with what an office has: 仿宋_GB2312 before 仿宋, 小标宋 before 宋体', () => {
    expect(typeFamilies('FANGSONG')).toMatch(/'仿宋_GB2312'.*'FangSong'.*'Noto Serif CJK SC'/u)
    expect(typeFamilies('BIAOSONG')).toMatch(/'方正小标宋简体'.*'STZhongsong'.*'SimSun'/u)
  })

  it.each([
    ['FANGSONG', '仿宋', true],
    ['FANGSONG', 'Noto Serif CJK SC', false],
    ['FANGSONG', 'DejaVu Sans', false],
    ['SONGTI', 'Noto Serif CJK SC', true],
    ['BIAOSONG', 'Noto Serif SC ExtraLight', false],
    ['HEITI', 'Noto Sans SC Thin', true],
    ['KAITI', 'LXGW WenKai', true],
  ] as const)('%s set in %s is of its kind: %s', (role, face, proper) => {
    expect(isProperFace(role, face)).toBe(proper)
  })

  it('are named without the weight a variable file begins with', () => {
    expect(plainFaceName('Noto Serif SC ExtraLight')).toBe('Noto Serif SC')
    expect(plainFaceName('SimHei')).toBe('SimHei')
  })
})
