import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { noticeExtensions } from '../../../../renderer/desk/notice/editor/extensions.ts'
import { cleanPastedHtml, htmlTree } from '../../../../renderer/desk/notice/editor/paste.ts'

const schema = getSchema(noticeExtensions('/files/'))
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const clean = (html: string) => cleanPastedHtml(html, schema, parse).html

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-parent:""}</style></head>
<body lang=ZH-CN><!--StartFragment-->
<h1 style='mso-outline-level:1'><span style='font-family:黑体'>一、公示范围</span></h1>
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>河西村<b>共3户</b>。</span><o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td colspan=2 style='width:200pt'><p class=MsoNormal>对象</p></td><td>金额</td></tr>
<tr><td>张某</td><td>河西村</td><td>300元</td></tr></table>
<p class=MsoNormal onclick="alert(1)">公示期7天<script>alert(1)</script>，<a href="javascript:alert(1)">联系</a><img src="https://example.org/x.png" onerror="alert(1)"></p>
<!--EndFragment--></body></html>`

describe('what comes from the clipboard', () => {
  it('keeps headings, bold words and merged cells of a Word document', () => {
    const holder = parse(clean(WORD)).body
    expect(holder.querySelector('h1')?.textContent).toBe('一、公示范围')
    expect(holder.querySelector('strong, b')?.textContent).toBe('共3户')
    expect(holder.querySelector('td, th')?.getAttribute('colspan')).toBe('2')
    expect(holder.querySelectorAll('tr')).toHaveLength(2)
  })

  it('carries no script, handler, foreign address or Word style into the page', () => {
    const html = clean(WORD)
    expect(html).not.toMatch(/script|onclick|onerror|javascript:|mso-|MsoNormal|仿宋|example\.org/iu)
    expect(parse(html).body.textContent).toContain('公示期7天')
    expect(parse(html).body.textContent).not.toContain('alert')
  })

  it('tells what was left out, so that nothing goes missing unseen', () => {
    expect(cleanPastedHtml(WORD, schema, parse).notes).toEqual(['IMAGE_DROPPED'])
  })

  it('leaves a copy made in the editor itself as it is', () => {
    const own = '<p data-pm-slice="1 1 []">特此公告。</p>'
    expect(clean(own)).toBe(own)
  })

  it('hands names in small letters, attributes and text to the reader, and nothing else', () => {
    const page = parse('<P CLASS="x" Align=center>一<!-- secret --><B>二</B></P>')
    expect(htmlTree(page.querySelector('p') as Element)).toEqual({
      tag: 'p',
      attrs: { class: 'x', align: 'center' },
      children: [{ text: '一' }, { tag: 'b', attrs: {}, children: [{ text: '二' }] }],
    })
  })
})
