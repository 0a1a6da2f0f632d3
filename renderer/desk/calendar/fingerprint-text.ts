/** A fingerprint in groups of four, as it is read out over the telephone. @example fingerprintText('9c1e22ab') // '9c1e 22ab' */
export function fingerprintText(fingerprint: string): string {
  return fingerprint.replace(/(.{4})(?=.)/g, '$1 ')
}
