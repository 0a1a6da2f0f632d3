import { type KeyboardEvent, useRef, useState } from 'react'

type TextProps = {
  readonly label: string
  readonly value: string
  readonly take: (value: string) => void
  readonly done: () => void
}

/** Text over a cell: Enter takes it, Shift+Enter makes a line, Escape leaves the cell as it was. */
export function TextCellEditor({ label, value, take, done }: TextProps) {
  const [text, setText] = useState(value)
  const over = useRef(false)
  const finish = (keep: boolean) => {
    // Taking the editor away blurs it: that must not take the text a second time.
    if (over.current) return
    over.current = true
    if (keep && text !== value) take(text)
    done()
  }
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault()
      finish(event.key === 'Enter')
    }
  }
  return (
    <textarea
      className="cell-editor grow"
      aria-label={label}
      value={text}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={keys}
      onBlur={() => finish(true)}
    />
  )
}

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly take: (value: Value) => void
  readonly done: () => void
}

/** One of a few words over a cell: Enter takes it, Escape leaves the cell as it was. */
export function ChoiceCellEditor<Value extends string>(props: ChoiceProps<Value>) {
  const [value, setValue] = useState(props.value)
  const over = useRef(false)
  const finish = (keep: boolean) => {
    if (over.current) return
    over.current = true
    if (keep && value !== props.value) props.take(value)
    props.done()
  }
  return (
    <select
      className="cell-editor"
      aria-label={props.label}
      value={value}
      autoFocus
      onChange={(event) => {
        const chosen = props.options.find((option) => option.value === event.target.value)
        if (chosen !== undefined) setValue(chosen.value)
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Escape' && event.key !== 'Enter') return
        event.preventDefault()
        finish(event.key === 'Enter')
      }}
      onBlur={() => finish(true)}
    >
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** The words of a list cell: 政府网站、村公示栏 → two. */
export function listOf(text: string): readonly string[] {
  return [...new Set(text.split(/[、;；,，\n]/u).map((word) => word.trim()))].filter((word) => word !== '')
}
