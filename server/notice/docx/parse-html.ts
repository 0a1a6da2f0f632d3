import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseFragment } from 'parse5'
import type { HtmlNode } from '../../../domain/notice/body-html-node.ts'

/**
 * Parses HTML into the plain nodes that `bodyFromHtml` reads; comments, doctype and templates are left out.
 * @example parseHtml('<p>特此公告。</p>').children.length // 1
 */
export function parseHtml(html: string): Extract<HtmlNode, { tag: string }> {
  return { tag: 'div', attrs: {}, children: childNodes(parseFragment(html), 0) }
}

const DEEPEST = 400

function childNodes(parent: DefaultTreeAdapterTypes.ParentNode, depth: number): readonly HtmlNode[] {
  // Hostile nesting must not exhaust the stack; what lies deeper keeps its text and loses its form.
  if (depth > DEEPEST) return [{ text: textOf(parent) }]
  return parent.childNodes.flatMap((node): readonly HtmlNode[] => {
    if (node.nodeName === '#text' && 'value' in node) return [{ text: node.value }]
    if (!('tagName' in node)) return []
    const attrs = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    return [{ tag: node.tagName, attrs, children: childNodes(node, depth + 1) }]
  })
}

function textOf(parent: DefaultTreeAdapterTypes.ParentNode): string {
  let text = ''
  const stack: DefaultTreeAdapterTypes.ChildNode[] = parent.childNodes.toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value
    else if ('childNodes' in node) stack.push(...node.childNodes.toReversed())
  }
  return text
}
