import { describe, expect, it } from 'vitest'
import { headingKey, joinLabel, mendText } from '../../../domain/catalogue/cell-text.ts'

describe('labels in narrow columns', () => {
  it.each([
    ['临\n时\n救\n助', '临时救助'],
    ['序\r\n号 ', '序号'],
    ['一级 事项', '一级事项'],
    ['制定或获取信息之日起10个工\n作日内', '制定或获取信息之日起10个工作日内'],
    ['每月 20 日', '每月20日'],
    ['\u200b\u00a0全\n社会', '全社会'],
    ['1、形成之日起20个工作日内\n2、另有规定的从其规定', '1、形成之日起20个工作日内\n2、另有规定的从其规定'],
    ['', ''],
  ])('%j is read as %j', (text, label) => {
    expect(joinLabel(text)).toBe(label)
  })

  it('compares headings without brackets and blanks', () => {
    expect(headingKey('公开内容\n（要素）')).toBe(headingKey('公开内容(要素)'))
  })
})

describe('running text of cells', () => {
  it.each([
    ['《中华人民共和国政府信息公开条\n例》', '《中华人民共和国政府信息公开条例》'],
    ['政府信息公开条\n例', '政府信息公开条例'],
    ['关于进一 步加强低保工作的意见', '关于进一步加强低保工作的意见'],
    ['关于进 一 步加强', '关于进一步加强'],
    ['有关部 门和单位', '有关部门和单位'],
    ['政策\n法规\n文件', '政策法规文件'],
    ['●办理\n事项\n●办理条件', '●办理事项\n●办理条件'],
    ['申请对象、\n范围、标准', '申请对象、范围、标准'],
  ])('joins the broken word in %j', (text, mended) => {
    expect(mendText(text)).toBe(mended)
  })

  it.each([
    '《民政部 财政部关于进一步加强和改进临时救助工作的意见》',
    '《中共中央办公厅 国务院办公厅关于全面推进政务公开工作的意见》',
    '●办理事项\n●办理条件\n●救助标准',
    '1、中央文件\n2、我镇文件',
    '办理条件\n办理流程\n联系方式',
    '《信息公开条例》\n《土地管理法》',
    '县级人民政府民政部门\n乡镇人民政府',
  ])('keeps the break that separates two things in %j', (text) => {
    expect(mendText(text)).toBe(text)
  })

  it('mends once', () => {
    const once = mendText('《条\n例》\n●办 理\n条件 \n●其 他')
    expect(mendText(once)).toBe(once)
  })
})
