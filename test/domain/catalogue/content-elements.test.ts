import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitContentElements } from '../../../domain/catalogue/content-elements.ts'

it.each([
  ['nothing', '', []],
  ['lines', '办理事项\n办理条件', ['办理事项', '办理条件']],
  ['bullets in lines', '●办理事项\n●办理时间、地点', ['办理事项', '办理时间、地点']],
  ['bullets in one line', '●办理事项●办理条件', ['办理事项', '办理条件']],
  ['semicolons', '名单；金额;事由。', ['名单', '金额', '事由']],
  ['numbers', '1、中央文件2、我镇文件', ['中央文件', '我镇文件']],
  ['numbers with points', '1.条件 2.材料 3.流程', ['条件', '材料', '流程']],
  ['numbers in brackets', '（1）条件（2）材料', ['条件', '材料']],
  ['circled numbers', '①收入表②支出表', ['收入表', '支出表']],
  ['Chinese numbers', '一、条件\n二、材料', ['条件', '材料']],
  ['a number that counts nothing', '补贴标准为每亩2.5元', ['补贴标准为每亩2.5元']],
  ['a number out of turn', '详见表3、表4', ['详见表3、表4']],
  ['a semicolon inside brackets', '申请指南（对象；标准）；结果', ['申请指南（对象；标准）', '结果']],
  ['a title with its number', '《通知》(国发〔2014〕47号)', ['《通知》(国发〔2014〕47号)']],
  ['an enumeration with 、', '办理条件、申请材料', ['办理条件、申请材料']],
])('splits contents into elements: %s', (_, text, elements) => {
  expect(splitContentElements(text)).toEqual(elements)
})

it('loses no word of the contents', () => {
  const piece = fc.constantFrom(
    '名单',
    '金额',
    '●',
    '；',
    '\n',
    '1、',
    '2、',
    '3、',
    '（',
    '）',
    '①',
    '《',
    '》',
    '。',
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const words = (text: string): string => text.replace(/[^名单金额]/gu, '')
      expect(words(splitContentElements(pieces.join('')).join(''))).toBe(words(pieces.join('')))
    }),
  )
})
