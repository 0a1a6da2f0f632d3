import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../platform/search/fold.ts'
import type { Block } from '../../domain/notice/body.ts'
import { repairDocumentNumber } from '../../domain/notice/document-number.ts'
import { takePageApart } from './source-chrome.ts'
import { SOURCE_EXPECTATIONS, SOURCE_KEYWORDS } from './source-expectations.ts'
import { readSource } from './source-reader.ts'
import type { Source } from './source-reader.ts'

const FOLDER = new URL('../fixtures/sources/', import.meta.url)
const original = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8')
const bare = (text: string): string => text.replace(/\s/g, '')

function blockText(block: Block): string {
  if (block.type !== 'paragraph' && block.type !== 'heading')
    throw new Error(`no ${block.type} in these documents`)
  return (block.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
}
const texts = (source: Source): readonly string[] => source.body.content.map(blockText)

/** Words of the sites around the documents, and of the advertising inside 003. */
const SPAM =
  /曰韩|AV|<|strike|nobr|上传人|展开阅读|资源描述|猜你喜欢|copyright|ICP|版权所有|法邦网|法规库|第一文库|下载|客服|网站地图|当前位置|备案序号|浏览次数|瀏覽次數|第\d+页|此法规有错误|发布时间|發布時間/i

describe.each(SOURCE_EXPECTATIONS)('source document $file', (expected) => {
  const text = original(expected.file)
  const source = readSource(text, expected.file)
  const kept = source.pieces.filter((piece) => piece.kept).map((piece) => piece.text)

  it('has its title, number, dates and issuer', () => {
    const { title, documentNumber, documentDate, issueDate, issuer } = expected
    expect(source).toMatchObject({ title, documentNumber, documentDate, issueDate, issuer })
  })

  it('loses nothing: what is kept and what is dropped make the page again', () => {
    expect(bare(source.pieces.map((piece) => piece.text).join(''))).toBe(bare(text))
    expect(source.dropped).toEqual(source.pieces.filter((piece) => !piece.kept).map((piece) => piece.text))
  })

  it('has in title and body every kept word, in its order', () => {
    const body = bare(texts(source).join(''))
    const whole = bare(kept.join(''))
    const head = whole.slice(0, whole.length - body.length)
    expect(head + body).toBe(whole)
    const number = expected.titleStands ? head.slice(0, head.length - source.title.length) : head
    expect(number + (expected.titleStands ? source.title : '')).toBe(head)
    expect(repairDocumentNumber(number)).toMatchObject({
      ok: true,
      value: { value: expected.documentNumber },
    })
  })

  it('ends with the last sentence of the document', () => {
    expect(texts(source).at(-1)?.endsWith(expected.lastSentence)).toBe(true)
  })

  it('is divided into its headings and paragraphs', () => {
    const count = (type: Block['type']): number =>
      source.body.content.filter((block) => block.type === type).length
    expect({ headings: count('heading'), paragraphs: count('paragraph') }).toEqual(expected.blocks)
    expect(texts(source).every((paragraph) => paragraph.trim() === paragraph && paragraph !== '')).toBe(true)
  })

  it('has no word of the site left', () => {
    for (const paragraph of [source.title, ...texts(source)]) expect(paragraph).not.toMatch(SPAM)
  })

  it('drops no sentence of the document', () => {
    const sentences = source.dropped.filter((piece) => /。/.test(piece))
    for (const sentence of sentences) expect(sentence).toMatch(/提交|第一文库网/)
  })

  it('contains exactly the search words listed for it, once characters are folded', () => {
    const folded = foldText([source.title, ...texts(source)].join('\n'))
    expect(SOURCE_KEYWORDS.filter((word) => folded.includes(foldText(word)))).toEqual(expected.keywords)
  })
})

describe('sentences cut by a reading preview', () => {
  const body = (file: string): readonly string[] => texts(readSource(original(file), file))

  it('are whole again', () => {
    expect(body('001_b9b067c17af53a05.txt')).toContain(
      '3、城市总体规划、其他各类城市规划以及土地利用总体规划等规划;',
    )
    expect(body('001_b9b067c17af53a05.txt')).toContain('2、机关内部财务收支情况。')
    const second = body('002_74e43fde5598cab7.txt').join('\n')
    expect(second).toContain('不断创新、深化政务公开工作,促进依法行政')
    expect(second).toContain('3.起草部门必须配备得力骨干及时回答网民咨询')
  })

  it('keep genuine numbers: only the next number of the sequence is a cut', () => {
    const page = ['资源描述', '', '1、通知 内容:', '1、甲;', '2、乙; 3、丙;', '3、丁。', '展开阅读全文'].join(
      '\n',
    )
    const { pieces } = takePageApart(page)
    expect(pieces.filter((piece) => piece.kept).map((piece) => piece.text)).toEqual([
      '通知 内容:',
      '1、甲;',
      '乙; 3、丙;',
      '丁。',
    ])
  })
})

describe('marks of the source documents', () => {
  it('keeps the traditional characters and the misprints', () => {
    const text = texts(readSource(original('003_ec15c48609555d03.txt'), '003')).join('\n')
    expect(text).toContain('政務公開工作中的蒙漢文并用')
    expect(text).toContain('紤]社區居民上網不方便')
    expect(text).toContain('績效考核。。')
  })

  it('sets signature and date of 002 to the right, and the name of its annex in the middle', () => {
    const { body } = readSource(original('002_74e43fde5598cab7.txt'), '002')
    const aligned = body.content.flatMap((block) =>
      block.type === 'paragraph' && block.attrs?.textAlign ? [[block.attrs.textAlign, blockText(block)]] : [],
    )
    expect(aligned).toEqual([
      ['right', '广州市天河区人民政府办公室'],
      ['right', '2013年4月22日'],
      ['center', '2013年广州市天河区政务公开工作要点'],
    ])
  })
})
