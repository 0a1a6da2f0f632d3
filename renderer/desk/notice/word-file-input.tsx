import type { RefObject } from 'react'

/** The hidden field behind a button that takes a Word file; the same file may be chosen twice in a row. */
export function WordFileInput({
  field,
  label,
  take,
}: {
  readonly field: RefObject<HTMLInputElement | null>
  readonly label: string
  readonly take: (file: File) => void
}) {
  return (
    <input
      ref={field}
      hidden
      type="file"
      accept=".docx"
      aria-label={label}
      onChange={(event) => {
        const file = event.target.files?.[0]
        event.target.value = ''
        if (file) take(file)
      }}
    />
  )
}
