import { describe, expect, test } from 'vitest'
import type { Block } from '../../../domain/notice/body.ts'
import { bodyFromHtml } from '../../../domain/notice/body-from-html.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import { bodySchema } from '../../../server/notice/content-schema.ts'
import { parseHtml } from '../../../server/notice/docx/parse-html.ts'

const convert = (html: string, imageId?: (src: string) => string | null) => {
  const result = bodyFromHtml(parseHtml(html), imageId === undefined ? {} : { imageId })
  expect(bodySchema.safeParse(result.body).success).toBe(true)
  return result
}
const blocks = (html: string) => convert(html).body.content
const outline = (html: string) =>
  blocks(html).map((block) => {
    const text = bodyText({ type: 'doc', content: [block] })
    return block.type === 'heading' ? `h${block.attrs.level} ${text}` : `${block.type} ${text}`
  })
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('A paste from Word comes out clean', () => {
  test('fonts, classes, source line wraps and indents go; bold stays', () => {
    expect(
      blocks(
        `<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US style='font-size:16.0pt'><o:p>&nbsp;</o:p></span></p>
         <p class=MsoNormal>　　<font face="仿宋_GB2312">现将有关事\n项<b>通知</b>如下，请认真\r\n贯彻。</font></p>`,
      ),
    ).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '现将有关事项' },
          { type: 'text', text: '通知', marks: [{ type: 'bold' }] },
          { type: 'text', text: '如下，请认真贯彻。' },
        ],
      },
    ])
  })

  test('its list paragraphs become nested lists, and its official numbering becomes headings', () => {
    const item = (level: number, marker: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span>${text}</p>`
    const html = `${item(1, '一、', '总体要求')}${item(1, '1.', '甲')}${item(2, '·', '乙')}${item(1, '2.', '丙')}${item(1, 'l', '丁')}`
    expect(blocks(html)).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '一、总体要求' }] },
      {
        type: 'orderedList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph('甲'),
              { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('乙')] }] },
            ],
          },
          { type: 'listItem', content: [paragraph('丙')] },
        ],
      },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('丁')] }] },
    ])
  })

  test('its title and outline levels become headings', () => {
    expect(
      outline(
        `<p class=MsoTitle align=center>关于低保的公示</p><p style='mso-outline-level:2'>范围</p><h6>细目</h6>`,
      ),
    ).toEqual(['h1 关于低保的公示', 'h2 范围', 'h4 细目'])
  })

  test('hidden text is dropped and said', () => {
    const { body, notes } = convert(
      `<p>公开<span style='display:none;mso-hide:all'>99000019800229001X</span>内容<span style="mso-hide:all">隐</span></p>`,
    )
    expect(bodyText(body)).toBe('公开内容')
    expect(notes).toEqual(['HIDDEN_TEXT_DROPPED'])
  })
})

describe('Official numbering is recognised, conservatively', () => {
  test.each([
    ['一、总体要求', 'h1'],
    ['十二、公示内容：', 'h1'],
    ['（一）申请条件', 'h2'],
    ['(二) 办理程序', 'h2'],
    ['<b>1.申请</b>', 'h3'],
    ['<b>（1）材料</b>', 'h4'],
    ['1.申请', 'paragraph'],
    ['<b>1.5万元</b>', 'paragraph'],
    ['一、公示时间：2026年11月21日至11月27日', 'paragraph'],
    ['一、各村要高度重视。要加强领导', 'paragraph'],
    [`一、${'长'.repeat(40)}`, 'paragraph'],
    ['一是加强领导', 'paragraph'],
  ])('%s', (html, kind) => {
    expect(outline(`<p>${html}</p>`)[0]?.split(' ')[0]).toBe(kind)
  })

  test('never inside a table or a list', () => {
    expect(
      blocks('<table><tr><td>一、总则</td><td>x</td></tr></table><ul><li>一、总则</li></ul>').map(
        (b) => b.type,
      ),
    ).toEqual(['table', 'bulletList'])
    expect(JSON.stringify(blocks('<table><tr><td>一、总则</td><td>x</td></tr></table>'))).not.toContain(
      'heading',
    )
  })
})

describe('A paste from a web page comes out clean', () => {
  test('scripts, menus, forms and footers go, the article stays', () => {
    expect(
      outline(
        `<nav>首页</nav><script>alert(1)</script><style>p{}</style><div><div><h2>公告</h2><div>第一段<br><br>　　第二段<br>&nbsp;&nbsp;&nbsp;&nbsp;第三段<br>接上行</div></div></div><form>搜索<input value=x></form><footer>版权</footer>`,
      ),
    ).toEqual(['h2 公告', 'paragraph 第一段', 'paragraph 第二段', 'paragraph 第三段\n接上行'])
  })

  test('only safe links are kept, their words always', () => {
    expect(
      blocks(
        '<p><a href="https://example.cn/a">甲</a><a href="javascript:alert(1)">乙</a><a href="#x">丙</a></p>',
      ),
    ).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '甲', marks: [{ type: 'link', attrs: { href: 'https://example.cn/a' } }] },
          { type: 'text', text: '乙丙' },
        ],
      },
    ])
  })

  test('pictures are kept only where they have become attachments', () => {
    expect(convert('<p>图<img src="https://example.cn/x.png"></p>').notes).toEqual(['IMAGE_DROPPED'])
    expect(
      convert('<p>图<img src="a:1" alt="示意 图"></p>', (src) => (src === 'a:1' ? 'id-1' : null)).body
        .content,
    ).toEqual([paragraph('图'), { type: 'image', attrs: { attachmentId: 'id-1', alt: '示意 图' } }])
  })

  test('alignment stays for captions and signatures', () => {
    expect(
      blocks('<p align="center">名单</p><div style="text-align: right"><p>云溪镇人民政府</p></div>'),
    ).toEqual([
      { type: 'paragraph', attrs: { textAlign: 'center' }, content: [{ type: 'text', text: '名单' }] },
      {
        type: 'paragraph',
        attrs: { textAlign: 'right' },
        content: [{ type: 'text', text: '云溪镇人民政府' }],
      },
    ])
  })
})

describe('Tables', () => {
  test('keep merged cells, drop hidden rows, and say when a table in a table was flattened', () => {
    const { body, notes } = convert(
      `<table><caption>表一</caption><thead><tr><th colspan=2>姓名</th></tr></thead><tbody><tr><td rowspan=9>周敏</td><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr><tr style="display:none"><td>99000019800229001X</td></tr><tr><td></td></tr></tbody></table>`,
    )
    expect(notes).toEqual(['NESTED_TABLE_FLATTENED'])
    expect(body.content[1]).toEqual({
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('姓名')] }],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', attrs: { rowspan: 2 }, content: [paragraph('周敏')] },
            { type: 'tableCell', content: [paragraph('甲 乙')] },
          ],
        },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] },
      ],
    })
  })

  test('a table that only frames an article is unwrapped', () => {
    expect(outline('<table><tr><td><p>第一段</p><p>第二段</p></td></tr></table>')).toEqual([
      'paragraph 第一段',
      'paragraph 第二段',
    ])
  })
})

describe('Hostile nesting', () => {
  test('a thousand nested divs and lists keep their text and stay within the limits', () => {
    for (const [open, close] of [
      ['<div>', '</div>'],
      ['<ul><li>', '</li></ul>'],
      ['<b>', '</b>'],
      ['<table><tr><td>a</td><td>', '</td></tr></table>'],
    ] as const) {
      expect(bodyText(convert(`${open.repeat(1000)}末${close.repeat(1000)}`).body)).toContain('末')
    }
  })

  test('an empty paste is an empty paragraph', () => {
    expect(convert(' <p>&nbsp;</p> ').body).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })
})
