import type { ElectronApi } from './electron-api.ts'

/**
 * The address to hand to the browser of the operating system, or null. Only http and https, judged by the URL
 * parser and never by looking for text in the address: `https://evil.example/app://board` contains our own
 * scheme, and `file:`, `smb:`, `ms-msdt:` and the like would start programs.
 */
export function externalAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  // A name and password before the host make `https://bank.example@evil.example/` look like the bank.
  if (url.username !== '' || url.password !== '') return null
  return url.href
}

/** The one door to the browser of the operating system; gives whether it opened. */
export async function openInBrowser(shell: ElectronApi['shell'], address: string): Promise<boolean> {
  const allowed = externalAddress(address)
  if (allowed === null) return false
  await shell.openExternal(allowed)
  return true
}
