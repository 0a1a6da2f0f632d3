import { useRef, useState, type DragEvent } from 'react'
import { Button } from 'antd'

type Props = {
  readonly label: string
  readonly hint: string
  readonly accept: string
  readonly busy: boolean
  readonly onFile: (file: File) => void
}

/** A place to drop one file, with a button for those who do not drag. */
export function FileDrop({ label, hint, accept, busy, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined && !busy) onFile(file)
  }
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button loading={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span className="sub">{hint}</span>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file chosen twice must arrive twice.
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </div>
  )
}
