import type { ReactNode } from 'react'
import type { SheetForm, SheetPaper } from '../../../../domain/sheet/template.ts'

type Box = { readonly width: number; readonly height: number }

const lines = (from: number, count: number, box: Box, gap = 6): ReactNode =>
  Array.from({ length: count }, (_, at) => (
    <line
      key={`${from}-${at}`}
      x1={8}
      x2={at === count - 1 ? box.width * 0.6 : box.width - 8}
      y1={from + at * gap}
      y2={from + at * gap}
    />
  ))

const title = (y: number, box: Box, thick = 4): ReactNode => (
  <line
    className="pr-draw-title"
    strokeWidth={thick}
    x1={box.width * 0.25}
    x2={box.width * 0.75}
    y1={y}
    y2={y}
  />
)

function grid(from: number, rows: number, columns: number, box: Box): ReactNode {
  const [left, right] = [8, box.width - 8]
  const high = 7
  return (
    <g>
      {Array.from({ length: rows + 1 }, (_, at) => (
        <line key={`r${at}`} x1={left} x2={right} y1={from + at * high} y2={from + at * high} />
      ))}
      {Array.from({ length: columns + 1 }, (_, at) => {
        const x = left + ((right - left) * at) / columns
        return <line key={`c${at}`} x1={x} x2={x} y1={from} y2={from + rows * high} />
      })}
    </g>
  )
}

const seal = (box: Box): ReactNode => (
  <circle className="pr-draw-seal" cx={box.width - 18} cy={box.height - 16} r={7} />
)

const DRAWINGS: Readonly<Record<SheetForm, (box: Box) => ReactNode>> = {
  RED_HEAD: (box) => (
    <>
      <line className="pr-draw-red" strokeWidth={5} x1={14} x2={box.width - 14} y1={14} y2={14} />
      <line className="pr-draw-red" strokeWidth={1.5} x1={8} x2={box.width - 8} y1={27} y2={27} />
      {title(37, box, 3)}
      {lines(47, 5, box)}
      {seal(box)}
    </>
  ),
  PLAIN: (box) => (
    <>
      {title(16, box)}
      {lines(28, 8, box)}
    </>
  ),
  PUBLIC_DISPLAY: (box) => (
    <>
      {title(16, box)}
      {lines(28, 4, box)}
      <rect x={8} y={54} width={box.width - 16} height={16} />
      {seal(box)}
    </>
  ),
  NAME_LIST: (box) => (
    <>
      {title(12, box, 3)}
      {grid(20, Math.floor((box.height - 28) / 7), 5, box)}
    </>
  ),
  FINANCE_TABLE: (box) => (
    <>
      {title(12, box, 3)}
      {grid(20, Math.floor((box.height - 36) / 7), 3, box)}
      {lines(box.height - 8, 1, box)}
    </>
  ),
  POSTER: (box) => (
    <>
      {title(20, box, 9)}
      <g strokeWidth={4}>{lines(40, 4, box, 13)}</g>
    </>
  ),
  PLAIN_CARD: (box) => (
    <>
      {title(16, box, 6)}
      <g strokeWidth={2.5}>{lines(34, 5, box, 9)}</g>
    </>
  ),
  SERVICE_GUIDE: (box) => (
    <>
      {title(14, box)}
      {grid(24, 4, 2, box)}
      {lines(62, 3, box)}
    </>
  ),
  FIVE_ONES: (box) => (
    <>
      {title(14, box)}
      {[26, 38, 50, 62, 74].map((y) => (
        <g key={y}>
          <rect x={8} y={y - 4} width={7} height={7} />
          <line x1={20} x2={box.width - 8} y1={y} y2={y} />
        </g>
      ))}
    </>
  ),
  EMERGENCY_POSTER: (box) => (
    <>
      <rect className="pr-draw-band" x={0} y={0} width={box.width} height={20} />
      {title(36, box, 9)}
      <g strokeWidth={4}>{lines(54, 3, box, 12)}</g>
    </>
  ),
  REVIEW_SLIP: (box) => (
    <>
      {title(12, box, 3)}
      {grid(20, 9, 2, box)}
    </>
  ),
  DISPLAY_CERTIFICATE: (box) => (
    <>
      {title(18, box)}
      {lines(32, 4, box)}
      {seal(box)}
    </>
  ),
  TAKE_DOWN_LIST: (box) => (
    <>
      {title(14, box, 3)}
      {[28, 38, 48, 58].map((y) => (
        <g key={y}>
          <rect x={8} y={y - 4} width={6} height={6} />
          <line x1={18} x2={box.width - 8} y1={y} y2={y} />
        </g>
      ))}
    </>
  ),
}

/** A small drawing of a form on its paper, so that a template is known by its look. A3 is drawn larger than A4. */
export function TemplateDrawing({ form, paper }: { readonly form: SheetForm; readonly paper: SheetPaper }) {
  const box = paper.orientation === 'PORTRAIT' ? { width: 68, height: 96 } : { width: 96, height: 68 }
  const scale = paper.size === 'A3' ? 1 : 0.82
  return (
    <svg
      className="pr-drawing"
      viewBox={`0 0 ${box.width} ${box.height}`}
      width={box.width * scale}
      height={box.height * scale}
      aria-hidden="true"
    >
      <rect className="pr-draw-paper" x={0.5} y={0.5} width={box.width - 1} height={box.height - 1} />
      {DRAWINGS[form](box)}
    </svg>
  )
}
