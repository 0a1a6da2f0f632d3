import { attrOf, childOf, elementsOf, type XmlElement } from '../attachment/xml.ts'

/** What the styles of a Word file say about a paragraph: looked up through the styles they are based on. */
export type WordStyles = {
  /** A property of the paragraph itself, else of its style; undefined when neither has it. */
  readonly property: (paragraph: XmlElement, local: string) => XmlElement | undefined
  /** The name of a paragraph's style in small letters, or ''. */
  readonly nameOf: (paragraph: XmlElement) => string
}

/**
 * Reads the styles part of a Word file; null stands for a file without one.
 * @example wordStyles(root).property(paragraph, 'jc')
 */
export function wordStyles(root: XmlElement | null): WordStyles {
  const styles = new Map<string, XmlElement>()
  for (const style of root === null ? [] : elementsOf(root)) {
    const id = style.local === 'style' ? attrOf(style, 'styleId') : undefined
    if (id !== undefined) styles.set(id, style)
  }
  const fromStyle = (id: string, local: string, depth: number): XmlElement | undefined => {
    const style = styles.get(id)
    // A style can be based on itself in a damaged file.
    if (style === undefined || depth > 20) return undefined
    const properties = childOf(style, 'pPr')
    const found = properties === undefined ? undefined : childOf(properties, local)
    const base = childOf(style, 'basedOn')
    return found ?? (base === undefined ? undefined : fromStyle(attrOf(base, 'val') ?? '', local, depth + 1))
  }
  return {
    property: (paragraph, local) => {
      const properties = childOf(paragraph, 'pPr')
      const own = properties === undefined ? undefined : childOf(properties, local)
      return own ?? fromStyle(styleIdOf(paragraph), local, 0)
    },
    nameOf: (paragraph) => {
      const style = styles.get(styleIdOf(paragraph))
      const name = style === undefined ? undefined : childOf(style, 'name')
      return (name === undefined ? '' : (attrOf(name, 'val') ?? '')).toLowerCase()
    },
  }
}

function styleIdOf(paragraph: XmlElement): string {
  const properties = childOf(paragraph, 'pPr')
  const style = properties === undefined ? undefined : childOf(properties, 'pStyle')
  return style === undefined ? '' : (attrOf(style, 'val') ?? '')
}
