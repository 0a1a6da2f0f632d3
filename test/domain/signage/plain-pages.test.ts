import { expect, it } from 'vitest'
import { plainPages } from '../../../domain/signage/plain-pages.ts'

it('a warning on the safe page is cut into whole lines and pages, and nothing of it is lost', () => {
  const text = '暴雨红色预警\n\n请低洼地带群众迅速转移。\n示例县气象局'
  const pages = plainPages(text, { charactersPerLine: 5, lines: 2 })
  expect(pages).toEqual([['暴雨红色预', '警'], ['请低洼地带', '群众迅速转'], ['移。', '示例县气象'], ['局']])
  expect(pages.flat().join('')).toBe(text.replaceAll('\n', ''))
})

it('a rare name beyond the first plane is not torn, and a glass without room still takes a letter a page', () => {
  expect(plainPages('𬭚𬬭', { charactersPerLine: 0.4, lines: 0 })).toEqual([['𬭚'], ['𬬭']])
})
