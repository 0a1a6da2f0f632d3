import { useTranslation } from 'react-i18next'
import type { SheetSize } from '../../../../domain/posting/panel-space.ts'
import type { PostingView } from '../../../../server/posting/views.ts'
import { SheetButton, type SheetCommon } from './sheet-button.tsx'
import type { WallPanel } from './wall-layout.ts'

/** The box of something on the wall in pixels. */
function box(at: { readonly x: number; readonly y: number }, size: SheetSize, scale: number) {
  return {
    left: at.x * scale,
    top: at.y * scale,
    width: size.width * scale,
    height: size.height * scale,
  }
}

/** A panel drawn to scale with its sheets, and where a held sheet would come to lie. */
export function PanelOnWall(props: {
  readonly panel: WallPanel
  readonly sheets: readonly PostingView[]
  readonly numbers: ReadonlyMap<string, number>
  readonly free: number
  readonly scale: number
  readonly common: SheetCommon
}) {
  const { panel, scale, common } = props
  const { held } = common.hold
  const { t } = useTranslation('board')
  const ghost = held?.spot?.panelId === panel.id ? held : null
  return (
    <section
      className="bd-panel"
      style={{ width: panel.width * scale }}
      aria-label={t('wall.panel', { name: panel.name, width: panel.width, height: panel.height })}
    >
      <p className="bd-panel-head">
        <b>{panel.name}</b>{' '}
        <span className="nowrap">{t('wall.size', { width: panel.width, height: panel.height })}</span>{' '}
        <span className="nowrap">
          {props.free === 0 ? t('wall.full') : t('wall.free', { count: props.free })}
        </span>
      </p>
      <div className="bd-panel-face" style={{ height: panel.height * scale }}>
        {props.sheets.map((sheet) =>
          sheet.spot === null ? null : (
            <SheetButton
              key={sheet.id}
              sheet={sheet}
              common={common}
              number={props.numbers.get(sheet.id) ?? null}
              style={box(sheet.spot, sheet.spot, scale)}
            />
          ),
        )}
        {ghost?.spot ? (
          <div
            className={ghost.fault === null ? 'bd-ghost' : 'bd-ghost bd-ghost-bad'}
            style={box(ghost.spot, ghost.spot, scale)}
            aria-hidden
          >
            {ghost.fault === null ? ghost.sheet.title : t('lay.not')}
          </div>
        ) : null}
      </div>
    </section>
  )
}
