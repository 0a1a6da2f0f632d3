import { Tooltip } from 'antd'
import type { ReactNode } from 'react'

/** A key of the toolbar: a word or a plain glyph, its name and its shortcut in the tip. */
export function ToolbarButton(props: {
  readonly face: ReactNode
  readonly name: string
  readonly keys?: string
  readonly active?: boolean
  readonly disabled?: boolean
  readonly press: () => void
}) {
  return (
    <Tooltip title={props.keys ? `${props.name}　${props.keys}` : props.name} mouseEnterDelay={0.4}>
      <button
        type="button"
        className={props.active ? 'nt-tool nt-tool-on' : 'nt-tool'}
        {...(props.active === undefined ? {} : { 'aria-pressed': props.active })}
        disabled={props.disabled ?? false}
        // The selection in the text must survive the press.
        onMouseDown={(event) => {
          event.preventDefault()
        }}
        onClick={props.press}
      >
        {props.face}
        {/* The name begins with what is seen, so that a spoken command finds the key. */}
        <span className="hidden-text"> {props.name}</span>
      </button>
    </Tooltip>
  )
}
