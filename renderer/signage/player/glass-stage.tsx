import type { CSSProperties, ReactNode } from 'react'
import { burnInShift } from '../../../domain/signage/burn-in-shift.ts'
import type { GlassPlan } from '../../../domain/signage/glass-plan.ts'
import type { ScreenGeometry } from '../../../domain/signage/screen.ts'

/** The glass itself: its pixels, its type, and where the picture stands this minute against burn-in. */
export function GlassStage(props: {
  readonly plan: GlassPlan
  readonly geometry: ScreenGeometry
  readonly minute: number
  readonly children: ReactNode
}) {
  const { plan, geometry } = props
  const { x, y } = burnInShift(props.minute, plan.shift)
  const style = {
    width: geometry.pixelWidth,
    height: geometry.pixelHeight,
    '--type': `${String(plan.type.fontPixels)}px`,
    '--line': `${String(plan.linePixels)}px`,
    '--pad': `${String(plan.padding)}px`,
    '--gap': `${String(plan.padding)}px`,
    '--shift': `${String(x)}px ${String(y)}px`,
  } as CSSProperties
  const names = [
    'sg-stage',
    ...(plan.coarse ? ['sg-coarse'] : []),
    ...(plan.pixelFace ? ['sg-pixel-face'] : []),
    ...(geometry.pixelHeight > geometry.pixelWidth ? ['sg-upright'] : []),
  ]
  return (
    <div className={names.join(' ')} style={style}>
      {props.children}
    </div>
  )
}
