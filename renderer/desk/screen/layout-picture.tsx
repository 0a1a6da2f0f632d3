import { useTranslation } from 'react-i18next'
import { clampScreen } from '../../../domain/signage/clamp-screen.ts'
import { glassPlan } from '../../../domain/signage/glass-plan.ts'
import type { Screen } from '../../../domain/signage/screen.ts'

/** A small picture of a screen in its true proportions, divided as its layout divides it. */
export function LayoutPicture({ screen, height }: { readonly screen: Screen; readonly height: number }) {
  const { t } = useTranslation('terms')
  const sound = clampScreen(screen)
  const { pixelWidth, pixelHeight } = sound.geometry
  const { panes } = glassPlan(sound)
  // A ticker of sixteen by one would be a hair; the picture is never wider than two and a half times its height.
  const scale = Math.min(height / pixelHeight, (2.5 * height) / pixelWidth)
  const line = 1 / scale
  return (
    <svg
      className="sc-picture"
      role="img"
      aria-label={t(`screenLayout.${screen.layout}`)}
      width={pixelWidth * scale}
      height={pixelHeight * scale}
      viewBox={`0 0 ${String(pixelWidth)} ${String(pixelHeight)}`}
    >
      {panes.map(({ pane, left, top, width, height: high }) => (
        <rect
          key={pane}
          className={`sc-pane-${pane}`}
          x={left + line / 2}
          y={top + line / 2}
          width={Math.max(0, width - line)}
          height={Math.max(0, high - line)}
          strokeWidth={line}
        />
      ))}
    </svg>
  )
}
