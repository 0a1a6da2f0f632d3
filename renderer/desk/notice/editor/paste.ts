import { DOMSerializer, Node, type Schema } from '@tiptap/pm/model'
import { bodyFromHtml, type BodyNote } from '../../../../domain/notice/body-from-html.ts'
import type { HtmlNode } from '../../../../domain/notice/body-html-node.ts'
import { toEditor } from './body-json.ts'

type Parse = (html: string) => Document

/** A page's tree as the domain reads it: names in lower case, attributes as text, nothing else. */
export function htmlTree(element: Element): HtmlNode {
  const attrs: Record<string, string> = {}
  for (const attribute of element.attributes) attrs[attribute.name.toLowerCase()] = attribute.value
  const children: HtmlNode[] = []
  for (const child of element.childNodes) {
    if (child.nodeType === 1) children.push(htmlTree(child as Element))
    else if (child.nodeType === 3) children.push({ text: child.nodeValue ?? '' })
  }
  return { tag: element.tagName.toLowerCase(), attrs, children }
}

/** The editor's own copies carry this mark: they are clean already and know where they were cut. */
const OWN_COPY = /data-pm-slice=/u

/**
 * Turns what Word, WPS or a web page put on the clipboard into what a notice may hold, as HTML of the editor's
 * own schema. Nothing of the foreign markup is ever put into the page: it is parsed in a document of its own,
 * read as data, and written anew.
 */
export function cleanPastedHtml(
  html: string,
  schema: Schema,
  parse: Parse,
): { readonly html: string; readonly notes: readonly BodyNote[] } {
  if (OWN_COPY.test(html)) return { html, notes: [] }
  const { body, notes } = bodyFromHtml(htmlTree(parse(html).documentElement))
  const node = Node.fromJSON(schema, toEditor(body))
  // A document without a page: there the security policy has no say over the widths the table is written with.
  const inert = parse('')
  const holder = inert.createElement('div')
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(node.content, { document: inert }))
  return { html: holder.innerHTML, notes }
}
