/** A piece of HTML without a parser's machinery: an element or a text; names and attribute names in small letters. */
export type HtmlNode = HtmlElement | HtmlText

/** An element. `attrs` holds the attributes as written. */
export type HtmlElement = {
  readonly tag: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly HtmlNode[]
}

/** A text, with entities already decoded. */
export type HtmlText = { readonly text: string }

/**
 * Says whether a node is an element.
 * @example isElement({ text: 'a' }) // false
 */
export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tag' in node
}

/**
 * The declarations of a `style` attribute, names and values in small letters.
 * @example styleOf({ tag: 'p', attrs: { style: 'Text-Align: CENTER' }, children: [] }) // { 'text-align': 'center' }
 */
export function styleOf(element: HtmlElement): Readonly<Record<string, string>> {
  const style: Record<string, string> = {}
  for (const part of (element.attrs['style'] ?? '').split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0)
      style[part.slice(0, colon).trim().toLowerCase()] = part
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return style
}

/**
 * Says whether a reader of the source never saw this element; hidden text of a Word paste must not be published.
 * @example isHidden({ tag: 'span', attrs: { style: 'display:none' }, children: [] }) // true
 */
export function isHidden(element: HtmlElement): boolean {
  if ('hidden' in element.attrs) return true
  const style = styleOf(element)
  return (
    style['display'] === 'none' ||
    style['visibility'] === 'hidden' ||
    style['mso-hide'] === 'all' ||
    /^0(?:\.0+)?(?:px|pt|em|rem|%)?$/.test(style['font-size'] ?? '')
  )
}

/**
 * All text inside a node, hidden elements left out, without recursion.
 * @example htmlText({ tag: 'b', attrs: {}, children: [{ text: '一' }] }) // '一'
 */
export function htmlText(root: HtmlNode): string {
  let text = ''
  const stack: HtmlNode[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) text += node.text
    else if (!isHidden(node) && !DROPPED_TAGS.has(node.tag)) {
      if (/^(?:br|p|div|tr|td|th|li)$/.test(node.tag)) text += ' '
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index]
        if (child !== undefined) stack.push(child)
      }
    }
  }
  return text
}

/** Elements that never belong to the text of a notice: code, navigation, forms, embedded things. */
export const DROPPED_TAGS: ReadonlySet<string> = new Set(
  (
    'script style noscript template head title meta link base nav footer aside form button input select textarea ' +
    'option label iframe frame object embed applet svg math canvas audio video source map area dialog menu xml ' +
    'o:officedocumentsettings w:worddocument'
  ).split(' '),
)
