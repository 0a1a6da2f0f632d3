import { useState } from 'react'

/** A cell that becomes a field when pressed; Enter or leaving it saves, Escape takes it back. */
export function EditableCell(props: {
  readonly text: string
  readonly label: string
  readonly save: (text: string) => void
}) {
  const { text, label, save } = props
  const [editing, setEditing] = useState(false)
  if (!editing) {
    return (
      <button
        type="button"
        className="tb-cell"
        aria-label={`${label} ${text}`}
        title={text}
        onClick={() => setEditing(true)}
      >
        {text}
      </button>
    )
  }
  const done = (value: string) => {
    setEditing(false)
    if (value.trim() !== text) save(value.trim())
  }
  return (
    <input
      autoFocus
      className="tb-input"
      aria-label={label}
      defaultValue={text}
      maxLength={1000}
      onBlur={(event) => done(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') {
          event.stopPropagation()
          event.currentTarget.value = text
          setEditing(false)
        }
      }}
    />
  )
}
