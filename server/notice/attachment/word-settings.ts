import { attrOf, childOf, elementsOf, type XmlElement } from './xml.ts'

/** Settings that shape the pages. Everything else names templates, data sources, people, revisions or variables. */
const KEPT = new Set(
  (
    'zoom mirrorMargins bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop ' +
    'autoHyphenation evenAndOddHeaders drawingGridHorizontalSpacing drawingGridVerticalSpacing ' +
    'displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery characterSpacingControl noLineBreaksAfter ' +
    'noLineBreaksBefore footnotePr endnotePr compat mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator'
  ).split(' '),
)

/**
 * Reduces the settings of a Word file to those that shape its pages; the tree is changed.
 * @example keepPageSettings(root)
 */
export function keepPageSettings(root: XmlElement): void {
  root.children = elementsOf(root).filter(({ local }) => KEPT.has(local))
}

/**
 * Ids of the styles whose text is hidden, styles based on them included.
 * @example hiddenStyles(styles).has('Hidden')
 */
export function hiddenStyles(
  root: XmlElement | null,
  isOn: (toggle: XmlElement | undefined) => boolean,
): Set<string> {
  const styles = new Map<string, XmlElement>()
  for (const style of root === null ? [] : elementsOf(root)) {
    const id = style.local === 'style' ? attrOf(style, 'styleId') : undefined
    if (id !== undefined) styles.set(id, style)
  }
  const hides = (id: string, seen: ReadonlySet<string>): boolean => {
    const style = styles.get(id)
    if (style === undefined || seen.has(id)) return false
    const properties = childOf(style, 'rPr')
    const vanish = properties === undefined ? undefined : childOf(properties, 'vanish')
    if (vanish !== undefined) return isOn(vanish)
    const base = childOf(style, 'basedOn')
    return base !== undefined && hides(attrOf(base, 'val') ?? '', new Set([...seen, id]))
  }
  return new Set([...styles.keys()].filter((id) => hides(id, new Set())))
}
