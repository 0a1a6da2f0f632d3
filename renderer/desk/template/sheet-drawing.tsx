import type { TemplateDefinition } from '../../../domain/sheet/template-definition.ts'
import { typeArea } from '../../../domain/sheet/type-area.ts'

const MM_PER_POINT = 25.4 / 72
// Ends of paragraphs, so that grey lines read as text.
const RAGGED = 5

type Bar = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function textBars(definition: TemplateDefinition): readonly Bar[] {
  const { type, margin } = definition
  const { page, pitch } = typeArea(definition)
  const size = type.text.points * MM_PER_POINT
  const width = page.width - margin.left - margin.right
  const from = margin.top + type.title.points * MM_PER_POINT * 2
  const count = Math.floor((page.height - margin.bottom - size - from) / pitch) + 1
  return Array.from({ length: Math.max(0, count) }, (_, at) => ({
    x: margin.left,
    y: from + at * pitch,
    width: at % RAGGED === RAGGED - 1 ? width * 0.55 : width,
    height: size * 0.72,
  }))
}

/**
 * A template as paper, type area, title and lines of text, all in its own millimetres: two drawings of one scale compare as
 * the sheets themselves would. `scale` is pixels a millimetre.
 */
export function SheetDrawing(props: { readonly definition: TemplateDefinition; readonly scale: number }) {
  const { definition, scale } = props
  const { margin, type } = definition
  const { page } = typeArea(definition)
  const area = {
    width: page.width - margin.left - margin.right,
    height: page.height - margin.top - margin.bottom,
  }
  const title = type.title.points * MM_PER_POINT
  return (
    <svg
      className="tp-drawing"
      viewBox={`0 0 ${page.width} ${page.height}`}
      width={page.width * scale}
      height={page.height * scale}
      aria-hidden="true"
    >
      <rect className="tp-paper" width={page.width} height={page.height} />
      <rect className="tp-area" x={margin.left} y={margin.top} {...area} />
      <rect
        className="tp-title"
        x={margin.left + area.width * 0.2}
        y={margin.top}
        width={area.width * 0.6}
        height={title * 0.8}
      />
      {textBars(definition).map((bar) => (
        <rect key={bar.y} className="tp-line" {...bar} />
      ))}
    </svg>
  )
}
