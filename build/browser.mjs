import { spawn } from 'node:child_process'

/** Whether this computer shows windows to the person who started us. */
export function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * Opens an address of the board in the default browser. Nothing waits for the browser, and a computer
 * without one is no failure: the address has been printed.
 * @param {string} address
 */
export function openBrowser(address) {
  const [program, ...args] =
    process.platform === 'win32'
      ? // `start` is part of cmd and would read & as the end of the address; rundll32 takes it as it is.
        ['rundll32', 'url.dll,FileProtocolHandler', address]
      : process.platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address]
  const child = spawn(/** @type {string} */ (program), args, { stdio: 'ignore', detached: true })
  child.once('error', () => undefined)
  child.unref()
}
