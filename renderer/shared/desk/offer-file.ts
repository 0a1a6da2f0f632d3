/** Hands a file that was fetched to the person, under a name. */
export function offerFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the bytes once the click is through; the address is only needed for that.
  window.setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 60_000)
}
